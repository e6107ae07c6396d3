// swift-format-ignore-file
// The screens are as wide as they are.

import Testing

/// The screens of campaigns and batches, as they ought to be.
@Suite struct CampaignsScreens {
  @Test func loadingAt80by24() {
    expect(Screens.make("loading 80x24"), looksLike: #"""
       Sendboard  loading…                                                09:05 UTC+9

       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       loading…








      ─ Batches ──────────────────────────────────────────────────────────────────────
       no campaign is chosen







      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#)
  }

  @Test func campaignsAt80by24() {
    expect(Screens.make("campaigns 80x24"), looksLike: #"""
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

      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#)
  }

  @Test func campaignsAt40by10() {
    expect(Screens.make("campaigns 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign        State          %   Left
       여름 세일 안내  → sending    60%      –
       Contract remin… ! 2 dead    -102
       전자서명 요청 … ! paused      0%



      q quit  Enter messages  … ? all keys
      """#)
  }

  @Test func campaignsAt200by50() {
    expect(Screens.make("campaigns 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━│─ Messages of “여름 세일 안내” ───────────────────────────────────────────────────────────────── 1/2,000 · more ↓ ─
       Campaign                          State          % Recipients  Failed Rate/s   Left│        Id Address                                       Status         Try Updated  Reason
       여름 세일 안내                    → sending    60%      2,000      36      –      –│         1 이서연1@한국.kr                               ✓ delivered      1 09:05:43
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │         2 park.jiho2@mail.example.org                   ✓ delivered      1 09:05:42
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │         3 o'brien3@example.com                          ✓ delivered      1 09:05:41
                                                                                          │         4 choi+news4@한국.kr                            ✓ delivered      1 09:05:40
                                                                                          │         5 nguyen.thi.thu.trang5@mail.example.org        ✓ delivered      1 09:05:39
                                                                                          │         6 kim.minji6@example.com                        ✓ delivered      1 09:05:38
                                                                                          │         7 이서연7@한국.kr                               ✗ softBounced    1 09:05:37 452 4.2.2 받은편지함이 가득 …
                                                                                          │         8 park.jiho8@mail.example.org                   ✓ delivered      1 09:05:36
                                                                                          │         9 o'brien9@example.com                          ✓ delivered      1 09:05:35
                                                                                          │        10 choi+news10@한국.kr                           ✗ hardBounced    1 09:05:34 550 5.1.1 The email account t…
                                                                                          │        11 nguyen.thi.thu.trang11@mail.example.org       ✓ delivered      1 09:05:33
                                                                                          │        12 kim.minji12@example.com                       ✓ delivered      1 09:05:32
                                                                                          │        13 이서연13@한국.kr                              ? uncertain      1 09:05:31
                                                                                          │        14 park.jiho14@mail.example.org                  ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 가득 …
                                                                                          │        15 o'brien15@example.com                         ✓ delivered      1 09:05:29
                                                                                          │        16 choi+news16@한국.kr                           ✓ delivered      1 09:05:28
                                                                                          │        17 nguyen.thi.thu.trang17@mail.example.org       ✓ delivered      1 09:05:27
                                                                                          │        18 kim.minji18@example.com                       ✓ delivered      1 09:05:26
                                                                                          │        19 이서연19@한국.kr                              ✓ delivered      1 09:05:25
                                                                                          │        20 park.jiho20@mail.example.org                  ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│        21 o'brien21@example.com                         ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │        22 choi+news22@한국.kr                           ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │        23 nguyen.thi.thu.trang23@mail.example.org       ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │─ Timeline of message 1 ─────────────────────────────────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │✓ delivered  이서연1@한국.kr  2 attempts
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │Subject 이서연님, 여름 세일이 시작됩니다
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │From    “여름 세일 안내” · provider id 0100018f-1
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │2026-11-20 UTC+9
                                                                                          │08:05:44.120          → claimed  by sendboard
                                                                                          │08:05:45.120      +1s ↑ accepted  by sendboard
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│08:05:46.120      +1s ↑ Send
          Count Kind         Cause                 Subtype                  SMTP    Resend│08:05:54.120      +8s ~ DeliveryDelay  delay MailboxFull 4.2.2
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │               smtp; 452 4.2.2 mailbox full
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │               → The mailbox is full and SES keeps trying: nothing to do yet, the mail is still under way.
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
             12 ✗ refused    throttled                                              yes   │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
              1 ! complaint  Complaint             abuse                            no    │               → The mailbox is full: resend in a few days, or reach the recipient another way.
                                                                                          │2026-11-21 UTC+9
                                                                                          │08:55:44.120  +23h51m   resent  by operator
                                                                                          │attempt 2
      To do   There is no such user at this domain (5.1.1): take the address off the list,│08:55:54.120     +10s → claimed  by sendboard
              or correct it.                                                              │08:55:55.120      +1s ↑ accepted  by sendboard
                                                                                          │08:56:04.120      +9s ✗ Bounce  soft Transient/MailboxFull 4.2.2

      ? help  q quit  Enter messages  b batches  n new  p pause  r resume  x cancel  R resend failed  / filter  < > sort by column  I other way round  : actions  z zoom
      """#)
  }

  @Test func campaignsRateAt80by24() {
    expect(Screens.make("campaigns rate 80x24"), looksLike: #"""
       140 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   █████████▍░  85%      2,000      36     50     6s
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0






      ─ Batches of “여름 세일 안내” · sending ─────────────────────────── 40 batches ─
      Batches  3 pending · 13 queued · 24 done · 0 dead
      Messages ███████████▏░  85% 1,715 of 2,000 handed over · 50/s · 6s left (09:06)
      · 280 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,544 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,645 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3

      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#)
  }

  @Test func batchesAt80by24() {
    expect(Screens.make("batches 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Batches of “여름 세일 안내” · sending ━━━━━━━━━━━━━━━━━━━━━━━━━━━ 40 batches ━
      Batches  3 pending · 13 queued · 24 done · 0 dead
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3












      q quit  Enter single batches  p pause  r resume  x cancel  … ? all keys
      """#)
  }

  @Test func batchesAt200by50() {
    expect(Screens.make("batches 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 2/3 ─│─ Messages of “Contract reminder” ───────────────────────────────────────────────────────────────────────────── 0 ─
       Campaign                          State          % Recipients  Failed Rate/s   Left│        Id Address                             Status         Try Updated  Reason
       여름 세일 안내                    → sending    60%      2,000      36      –      –│ none
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
                                                                                          │
      ━ Batches of “Contract reminder” · finished, 2 dead, 2 uncertain ━━━━━━━━━━━━━━━━━━━│
      Batches  0 pending · 0 queued · 1,998 done · ! 2 dead                               │
      Messages █████████████▉ -102 99,898 of 100,000 handed over                          │
      The rest  ! 100 in dead letters  ? 2 uncertain                                      │─ Timeline ────────────────────────────────────────────────────────────────────────────────────────────────────────
      · 100 queued  ? 2 uncertain  ✓ 98,000 delivered  ✗ 1,500 hardBounced                │ no message is chosen
      ✗ 398 suppressed                                                                    │
      So far  98,000 delivered  0 opened  0 clicked  bounce –  complaint –                │
      Subject  Please sign your contract                                                  │
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 2            │
                                                                                          │
      ─ Failures of “Contract reminder” ─────────────── 1/5 · 1,946 failed · 2 uncertain ─│
          Count Kind         Cause                 Subtype                  SMTP    Resend│
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │
             12 ✗ refused    throttled                                              yes   │
              1 ! complaint  Complaint             abuse                            no    │
                                                                                          │
                                                                                          │
                                                                                          │
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  Enter single batches  p pause  r resume  x cancel  R resend failed  ↑↓ scroll  Esc back  : actions  z zoom
      """#)
  }

  @Test func batchesAt40by10() {
    expect(Screens.make("batches 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ Batches of “전…” · paused ━━━ more ↓ ━
      Batches  7 pending · 0 queued · 0 done …
      Handed   ░░░░░░   0% 0 of 350
      ! the provider paused the account
      · 350 queued
      Subject  서명 요청
      from recipients.csv · by hyeonjun

      q quit  … ? all keys
      """#)
  }
}
