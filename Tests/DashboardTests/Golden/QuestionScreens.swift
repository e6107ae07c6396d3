// swift-format-ignore-file
// The screens are as wide as they are.

import Testing

/// The screens of questions, the help and quitting, as they ought to be.
@Suite struct QuestionScreens {
  @Test func redriveOneAt80by24() {
    expect(Screens.make("redrive one 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/2 · 2: 100 recipients ━
        Letter     Campaign           Batch Rcv    Age Recipients Reason
        dl-1000    Contract remind…    1700   3  2h05m         50 the call to SES tim…
        dl-1001    전자서명 요청 —…    1701   3  2h06m         50 the call to SES tim…

        ┏━ Redrive 1 dead letter ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 50 recipients not yet accepted will be tried again; the others are not   ┃
        ┃ sent to twice.                                                           ┃
        ┃ batch 1700 of “Contract reminder”                                        ┃
        ┃                                                                          ┃
        ┃ Type 50:                                                                 ┃
        ┃                                                                          ┃
        ┃ Enter do it when typed  Esc back                                         ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)




      """#)
  }

  @Test func redriveAllAt80by24() {
    expect(Screens.make("redrive all 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 2 marked: 100 recipients · 1/2 ━
        Letter     Campaign           Batch Rcv    Age Recipients Reason
      * dl-1000    Contract remind…    1700   3  2h05m         50 the call to SES tim…
      * dl-1001    전자서명 요청 —…    1701   3  2h06m         50 the call to SES tim…

        ┏━ Redrive 2 dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 100 recipients not yet accepted will be tried again; the others are not  ┃
        ┃ sent to twice.                                                           ┃
        ┃ batch 1700 of “Contract reminder” and 1 more                             ┃
        ┃                                                                          ┃
        ┃ Type 100:                                                                ┃
        ┃                                                                          ┃
        ┃ Enter do it when typed  Esc back                                         ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)




      """#)
  }

  @Test func cancelAt80by24() {
    expect(Screens.make("cancel 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
        ┏━ Cancel “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 780 not yet sent (at 09:05:44) will never be sent. This cannot be        ┃
        ┃ undone.                                                                  ┃
        ┃ It goes on sending until you confirm. Esc, then p, stops it at once.     ┃
        ┃ 5 in flight (at 09:05:44) will finish.                                   ┃
        ┃                                                                          ┃
        ┃ Type 780:                                                                ┃
      ─ ┃                                                                          ┃ ─
      Ba┃ Enter do it when typed  Esc back                                         ┃
      Me┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3


      """#)
  }

  @Test func cancelAt40by10() {
    expect(Screens.make("cancel 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Cancel “여름 세일 안내” ━━ ↓↑ +6 ━┓━
       ┃ 780 not yet sent (at 09:05:44)     ┃t
       ┃ will never be sent. This cannot be ┃–
       ┃ Type 780:                          ┃
       ┃                                    ┃
       ┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#)
  }

  @Test func resendAt80by24() {
    expect(Screens.make("resend 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서┏━ Resend in “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
             ┃ 20 messages (all that may be resent) will be sent once more.   ┃
             ┃ kim@example.com, lee@example.com, park@example.com and 17 more ┃
             ┃ 15 left alone: its campaign was cancelled                      ┃
             ┃ Esc, then W, lists what is left alone.                         ┃
             ┃                                                                ┃
             ┃ Type 20:                                                       ┃
      ─ Batch┃                                                                ┃tches ─
      Batches┃ Enter do it when typed  Esc back                               ┃
      Message┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3


      """#)
  }

  @Test func settleAt80by24() {
    expect(Screens.make("settle 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 13/2,000 · more ↓ ━
        Address                  Status         Try Updated  Reason
        이서연1@한국.kr          ✓ delivered      1 09:05:43
        park.jiho2@mail.example… ✓ delivered      1 09:05:42
        o'brien3@example.com     ✓ delivered      1 09:05:41
        choi+┏━ Settle 1 uncertain message ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        nguye┃ 이서연13@한국.kr                                               ┃
        kim.m┃ The call broke off: nobody knows whether the provider took it. ┃
        이서 ┃ A late event settles it by itself.                             ┃함이 …
        park.┃ t    sent: nothing more goes out                               ┃
        o'bri┃ o    not sent: send it once more                               ┃
        choi+┃ Esc  decide later: stays uncertain                             ┃l acco…
        nguye┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        kim.minji12@example.com  ✓ delivered      1 09:05:32
        이서연13@한국.kr         ? uncertain      1 09:05:31
        park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ delivered      1 09:05:29
        choi+news16@한국.kr      ✓ delivered      1 09:05:28
        nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27


      """#)
  }

  @Test func helpAt80by24() {
    expect(Screens.make("help 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ more ↓ ━┓
      ┃ In Campaigns                                                                 ┃
      ┃   Enter        messages                                                      ┃
      ┃   b            batches                                                       ┃
      ┃   n            new                                                           ┃
      ┃   p            pause                                                         ┃
      ┃   r            resume                                                        ┃
      ┃   x            cancel                                                        ┃
      ┃   R            resend failed                                                 ┃
      ┃   /            filter                                                        ┃
      ┃   t            start time                                                    ┃
      ┃   < >          sort by column                                                ┃
      ┃   I            other way round                                               ┃
      ┃                                                                              ┃
      ┃ Everywhere                                                                   ┃
      ┃   1 … 4        Campaigns, Messages, Failures, Dead letters                   ┃
      ┃   5 … 8        Find, Log, Quarantine, History                                ┃
      ┃   Tab ⇧Tab     next pane, pane before                                        ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc close  ↑↓ scroll
      """#)
  }

  @Test func helpAt40by10() {
    expect(Screens.make("help 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━ more ↓ ━┓
      ┃ In Campaigns                         ┃
      ┃   Enter        messages              ┃
      ┃   b            batches               ┃
      ┃   n            new                   ┃
      ┃   p            pause                 ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc close  ↑↓ scroll
      """#)
  }

  @Test func quitAsksAt80by24() {
    expect(Screens.make("quit asks 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0

        ┏━ Quit while a send is under way ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 5 in flight (at 09:05:44) finish first.                                  ┃
        ┃ What waits stays on disk and goes on when Sendboard runs again; nobody   ┃
        ┃ is sent to twice.                                                        ┃
        ┃                                                                          ┃
      ─ ┃ y yes, do it  n no  Esc back                                             ┃ ─
      Ba┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3


      """#)
  }

  @Test func quittingAt80by24() {
    expect(Screens.make("quitting 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0






      ─ Batches of “여름 세일 안내” · sending ─────────────────────────── 40 batches ─
      Batches  3 pending · 13 queued · 24 done · 0 dead
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3
      finishing 5 in flight, 3s… what waits is kept; nobody is sent to twice
      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#)
  }

  @Test func pausingAt80by24() {
    expect(Screens.make("pausing 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0






      ─ Batches of “여름 세일 안내” · sending ─────────────────────────── 40 batches ─
      Batches  3 pending · 13 queued · 24 done · 0 dead
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3
      … pause “여름 세일 안내”, 2s
      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#)
  }
}
