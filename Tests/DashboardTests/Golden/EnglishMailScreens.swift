// swift-format-ignore-file
// The screens are as wide as they are.

extension EnglishScreens {
  /// Mails, attempts, what is copied and what is left alone.
  static let mail: [String: String] = [
    "mail 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Mail of message 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ more ↓ ━
      Sender  여름 소식 <news@example.com>
      To      이서연1@한국.kr
      Subject 김민지님, 여름 세일이 시작됩니다
      This is what was sent.

      ── Text ────────────────────────────────────────────────────
      김민지님, 안녕하세요.

      등급: 금
        쿠폰 SUMMER-1

      ── HTML, read as text ──────────────────────────────────────
      Styles, scripts and pictures are not followed; v shows the source.
      김민지님, 안녕하세요.

      세일 보기 <https://shop.example/sale?c=SUMMER-1>

      ── Values of the recipient ─────────────────────────────────

      ? help  q quit  ↑↓ scroll  Esc back  v text or source  y copy  : actions  z zoom
      """#,
    "mail 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Mail of message 1 ━━━━━━━━━━━ more ↓ ━
      Sender  여름 소식 <news@example.com>
      To      이서연1@한국.kr
      Subject 김민지님, 여름 세일이 시작됩니다
      This is what was sent.

      ── Text ────────────────────────────────

      q quit  ↑↓ scroll  … ? all keys
      """#,
    "mail 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Mail of message 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
       Campaign                          State          % Recipients  Failed Rate/s   Left│Sender  여름 소식 <news@example.com>
       여름 세일 안내                    → sending    60%      2,000      36      –      –│To      이서연1@한국.kr
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │Subject 김민지님, 여름 세일이 시작됩니다
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │This is what was sent.
                                                                                          │
                                                                                          │── Text ────────────────────────────────────────────────────
                                                                                          │김민지님, 안녕하세요.
                                                                                          │
                                                                                          │등급: 금
                                                                                          │  쿠폰 SUMMER-1
                                                                                          │
                                                                                          │── HTML, read as text ──────────────────────────────────────
                                                                                          │Styles, scripts and pictures are not followed; v shows the source.
                                                                                          │김민지님, 안녕하세요.
                                                                                          │
                                                                                          │세일 보기 <https://shop.example/sale?c=SUMMER-1>
                                                                                          │
                                                                                          │── Values of the recipient ─────────────────────────────────
                                                                                          │name  김민지
                                                                                          │grade  금
                                                                                          │coupon  SUMMER-1
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │
                                                                                          │
                                                                                          │
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│
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

      ? help  q quit  ↑↓ scroll  Esc back  v text or source  y copy  : actions  z zoom
      """#,
    "attempts 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Attempts of message 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      attempt 1                                attempt 2
      Began   11-20 08:05:44                   Began   11-21 08:55:54
      Status  ✗ softBounced                    Status  ✗ softBounced
      Why     soft Transient/MailboxFull       Why     soft Transient/MailboxFull
              4.2.2                                    4.2.2
      Decided Bounce 09:04:04 +58m20s          Decided Bounce 08:56:04 +10s
      Provider id                              Provider id
      0100018f-former                          0100018f-7
      The server's words                       The server's words
      smtp; 452 4.2.2 받은편지함이 가득        smtp; 452 4.2.2 받은편지함이 가득
      찼습니다 (mailbox full)                  찼습니다 (mailbox full)
      To do                                    To do
      The mailbox is full: resend in a few     The mailbox is full: resend in a few
      days, or reach the recipient another     days, or reach the recipient another
      way.                                     way.




      q quit  ↑↓ scroll  Esc back  m mail  R resend  [ ] other message  … ? all keys
      """#,
    "attempts 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Attempts of message 7 ━━━━━━━ more ↓ ━
      attempt 2
      Began   11-21 08:55:54
      Status  ✗ softBounced
      Why     soft Transient/MailboxFull 4.2.2
      Decided Bounce 08:56:04 +10s
      Provider id

      q quit  ↑↓ scroll  … ? all keys
      """#,
    "attempts 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│─ Messages of “여름 세일 안내” ───────────────────────────────────────────────────────────────── 7/2,000 · more ↓ ─
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
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │━ Attempts of message 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │attempt 1                                                 attempt 2
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │Began   11-20 08:05:44                                    Began   11-21 08:55:54
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │Status  ✗ softBounced                                     Status  ✗ softBounced
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │Why     soft Transient/MailboxFull 4.2.2                  Why     soft Transient/MailboxFull 4.2.2
                                                                                          │Decided Bounce 09:04:04 +58m20s                           Decided Bounce 08:56:04 +10s
                                                                                          │Provider id                                               Provider id
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│0100018f-former                                           0100018f-7
          Count Kind         Cause                 Subtype                  SMTP    Resend│The server's words                                        The server's words
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox       smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │full)                                                     full)
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │To do                                                     To do
             12 ✗ refused    throttled                                              yes   │The mailbox is full: resend in a few days, or reach the   The mailbox is full: resend in a few days, or reach the
              1 ! complaint  Complaint             abuse                            no    │recipient another way.                                    recipient another way.
                                                                                          │
                                                                                          │
                                                                                          │
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  ↑↓ scroll  Esc back  m mail  R resend  [ ] other message  y copy  t attempts  v raw events  A all to this address  : actions  z zoom
      """#,
    "copy 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Timeline of message 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 9 events · more ↓ ━
      ✗ softBounced  이서연7@한국.kr  2 attempts
      Why     soft Transient/MailboxFull 4.2.2
              smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      To do   The mailbox is full: resend in a few days, or reach the recipient
              another way.     ┏━ Copy ━━━━━━━━━━━━━━━━━━━━┓
      Subject 이서연님, 여름 세┃ a    the address          ┃
      From    “여름 세일 안내” ┃ i    the message's number ┃
      2026-11-20 UTC+9         ┃ p    the provider's id    ┃
      08:05:44.120          → c┃ w    the server's words   ┃
      08:05:45.120      +1s ↑ a┃ t    the whole timeline   ┃
      08:05:46.120      +1s ↑ S┃ Esc  leave it             ┃
      08:05:54.120      +8s ~ D┗━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ll 4.2.2
                     smtp; 452 4.2.2 mailbox full
                     → The mailbox is full and SES keeps trying: nothing to do yet,
                     the mail is still under way.
      09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
                     smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      2026-11-21 UTC+9

      Esc leave it
      """#,
    "copy 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Tim┏━ Copy ━━━━━━━━━━━━━━━━━━━━┓re ↓ ━
      ✗ sof┃ a    the address          ┃
      2 att┃ i    the message's number ┃
      Why  ┃ p    the provider's id    ┃ 4.2.2
           ┃ w    the server's words   ┃이
           ┃ t    the whole timeline   ┃l)
      To do┗━━━━━━━━━━━━━━━━━━━━━━━━━━━┛d in a

      Esc leave it
      """#,
    "policy 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0
        ┏━ Resend in “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 15 messages were refused for a policy of the receiving server (5.7.x).   ┃
        ┃ As they were sent, they would be refused again.                          ┃
        ┃ r    resend the 20 others only                                           ┃
        ┃ p    those too: sender is mended                                         ┃
        ┃ w    what is left alone, and why                                         ┃
      ─ ┃ Esc  resend nothing                                                      ┃ ─
      Ba┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3

      Esc leave it
      """#,
    "policy 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Resend in “여름 세일 안내” ━━━━━━━┓━
       ┃ 15 messages were refused for a …   ┃t
       ┃ r    resend the 20 others only     ┃–
       ┃ p    those too: sender is mended   ┃
       ┃ w    what is left alone, and why   ┃
       ┃ Esc  resend nothing                ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc leave it
      """#,
    "policy count 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
        ┏━ Resend in “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ –
       C┃ 35 messages (policy refusals too) will be sent once more.                ┃
        ┃ Only when what they were refused for has been mended: SPF, DKIM and      ┃
        ┃ DMARC of the sender's domain, a blocklist it stood on, or the receiver's ┃
        ┃ own rule.                                                                ┃
        ┃ Who bounced for good, is suppressed or complained is not sent to,        ┃
        ┃ whatever the code.                                                       ┃
        ┃ kim@example.com and 34 more                                              ┃
        ┃ 2 left alone: its campaign was cancelled                                 ┃
      ─ ┃ Esc, then W, lists what is left alone.                                   ┃ ─
      Ba┃                                                                          ┃
      Me┃ Type 35:                                                                 ┃
      · ┃                                                                          ┃
      ✓ ┃ Enter do it when typed  Esc back                                         ┃
      So┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3


      """#,
    "policy count 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Resend in “여름 세일 안내 ↓↑ +13 ━┓━
       ┃ 35 messages (policy refusals too)  ┃t
       ┃ will be sent once more.            ┃–
       ┃ Type 35:                           ┃
       ┃                                    ┃
       ┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "left alone 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0

                       ┏━ 1,532 messages left alone, and why ━━━━━━━┓
                       ┃ 1,515  hard 5.1.1: may not be resent       ┃
                       ┃     2  uncertain: settle these first       ┃
                       ┃    15  its campaign was cancelled          ┃
                       ┃                                            ┃
      ─ Batches of “여 ┃ ↑↓ choose, Enter shows them, Esc closes it ┃──── 40 batches ─
      Batches  3 pendin┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3

      ↑↓ scroll  Enter its messages  Esc close
      """#,
    "left alone 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ┏━ 1,532 messages left alone, and why ━┓
      ┃ 1,515  hard 5.1.1: may not be resent ┃
      ┃     2  uncertain: settle these first ┃
      ┃    15  its campaign was cancelled    ┃
      ┃                                      ┃
      ┃ ↑↓ choose, Enter shows them, Esc cl… ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      ↑↓ scroll  Enter its messages  Esc close
      """#,
    "left alone 200x50": #"""
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
                                                                                   ┏━ 1,532 messages left alone, and why ━━━━━━━┓                   ✓ delivered      1 09:05:26
                                                                                   ┃ 1,515  hard 5.1.1: may not be resent       ┃                   ✓ delivered      1 09:05:25
                                                                                   ┃     2  uncertain: settle these first       ┃g                  ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 ba┃    15  its campaign was cancelled          ┃                   ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead                            ┃                                            ┃                   ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                      ┃ ↑↓ choose, Enter shows them, Esc closes it ┃.example.org       ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered     ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛───────────────────────────────────────────────────────── 9 events · more ↓ ─
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

      ↑↓ scroll  Enter its messages  Esc close
      """#,
    "person 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  [5 Find]  6 Log  7 Quaran…
      ━ Everything sent to park.jiho2000@mail.example.org ━━━━━━━━━━━━━━━━ 1 message ━
        Campaign     Address                Status         Try Updated  Reason
        여름 세일 …  park.jiho2000@mail.ex… ✗ hardBounced    1 08:32:24 550 5.1.1 The…













      Address Bounced for good on 2026-11-21; SES may have it on its suppression list
              since. Nothing is known to have been delivered since.


      q quit  f find another  Enter timeline  Space mark  e export  … ? all keys
      """#,
    "person 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Everything sent to park.jiho2000@m… ━━
        Address                 Status
        park.jiho2000@mail.exa… ✗ hardBounced


      Address Bounced for good on 2026-11-21;
              SES may have it on its …

      q quit  f find another  … ? all keys
      """#,
    "person 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  [5 Find]  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Everything sent to park.jiho2000@mail.example.org ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1 message ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│        Id Campaign     Address                 Subject               Status         Try Updated  Reason
       여름 세일 안내                    → sending    60%      2,000      36      –      –│      2000 여름 세일 …  park.jiho2000@mail.exa… park.jiho님, 여름 세… ✗ hardBounced    1 08:32:24 550 5.1.1 The em…
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
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│Address Bounced for good on 2026-11-21; SES may have it on its suppression list since. Nothing is known to have
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │        been delivered since.
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │─ Timeline of message 2000 ──────────────────────────────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │✗ hardBounced  park.jiho2000@mail.example.org  2 attempts
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │Why     hard Permanent/General 5.1.1
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │        smtp; 550 5.1.1 The email account that you tried to reach does not exist
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │To do   There is no such user at this domain (5.1.1): take the address off the list, or correct it.
                                                                                          │Subject park.jiho님, 여름 세일이 시작됩니다
                                                                                          │From    “여름 세일 안내” · provider id 0100018f-2000
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│2026-11-20 UTC+9
          Count Kind         Cause                 Subtype                  SMTP    Resend│08:05:44.120          → claimed  by sendboard
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │08:05:45.120      +1s ↑ accepted  by sendboard
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │08:05:46.120      +1s ↑ Send
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │08:05:54.120      +8s ~ DeliveryDelay  delay MailboxFull 4.2.2
             12 ✗ refused    throttled                                              yes   │               smtp; 452 4.2.2 mailbox full
              1 ! complaint  Complaint             abuse                            no    │               → The mailbox is full and SES keeps trying: nothing to do yet, the mail is still under way.
                                                                                          │09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
                                                                                          │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │               → The mailbox is full: resend in a few days, or reach the recipient another way.
      To do   There is no such user at this domain (5.1.1): take the address off the list,│2026-11-21 UTC+9
              or correct it.                                                              │08:55:44.120  +23h51m   resent  by operator
                                                                                          │attempt 2

      ? help  q quit  f find another  Enter timeline  Space mark  e export  * all or none  A all to this address  g G first, last  m mail  y copy  < > sort by column  I other way round  : actions  z zoom
      """#,
  ]
}
