// swift-format-ignore-file
// The screens are as wide as they are.

import Testing

/// The screens of messages and timelines, as they ought to be.
@Suite struct MessagesScreens {
  @Test func messagesAt80by24() {
    expect(Screens.make("messages 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/2,000 · more ↓ ━
        Address                  Status         Try Updated  Reason
        이서연1@한국.kr          ✓ delivered      1 09:05:43
        park.jiho2@mail.example… ✓ delivered      1 09:05:42
        o'brien3@example.com     ✓ delivered      1 09:05:41
        choi+news4@한국.kr       ✓ delivered      1 09:05:40
        nguyen.thi.thu.trang5@m… ✓ delivered      1 09:05:39
        kim.minji6@example.com   ✓ delivered      1 09:05:38
        이서연7@한국.kr          ✗ softBounced    1 09:05:37 452 4.2.2 받은편지함이 …
        park.jiho8@mail.example… ✓ delivered      1 09:05:36
        o'brien9@example.com     ✓ delivered      1 09:05:35
        choi+news10@한국.kr      ✗ hardBounced    1 09:05:34 550 5.1.1 The email acco…
        nguyen.thi.thu.trang11@… ✓ delivered      1 09:05:33
        kim.minji12@example.com  ✓ delivered      1 09:05:32
        이서연13@한국.kr         ? uncertain      1 09:05:31
        park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ delivered      1 09:05:29
        choi+news16@한국.kr      ✓ delivered      1 09:05:28
        nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27

      q quit  Enter timeline  s status  / address  c this/all campaigns  … ? all keys
      """#)
  }

  @Test func messagesAt200by50() {
    expect(Screens.make("messages 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1 marked · 2,000/2,000 · more ↑ ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│        Id Address                                           Status         Try Updated  Reason
       여름 세일 안내                    → sending    60%      2,000      36      –      –│      1978 choi+news1978@한국.kr                             ✓ delivered      1 08:32:46
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │      1979 nguyen.thi.thu.trang1979@mail.example.org         ✓ delivered      1 08:32:45
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │      1980 kim.minji1980@example.com                         ✗ hardBounced    1 08:32:44 550 5.1.1 The email accou…
                                                                                          │      1981 이서연1981@한국.kr                                ✗ softBounced    1 08:32:43 452 4.2.2 받은편지함이 가…
                                                                                          │      1982 park.jiho1982@mail.example.org                    ✓ delivered      1 08:32:42
                                                                                          │      1983 o'brien1983@example.com                           ✓ delivered      1 08:32:41
                                                                                          │      1984 choi+news1984@한국.kr                             ✓ delivered      1 08:32:40
                                                                                          │      1985 nguyen.thi.thu.trang1985@mail.example.org         ✓ delivered      1 08:32:39
                                                                                          │      1986 kim.minji1986@example.com                         ✓ delivered      1 08:32:38
                                                                                          │      1987 이서연1987@한국.kr                                ✓ delivered      1 08:32:37
                                                                                          │      1988 park.jiho1988@mail.example.org                    ✗ softBounced    1 08:32:36 452 4.2.2 받은편지함이 가…
                                                                                          │      1989 o'brien1989@example.com                           ? uncertain      1 08:32:35
                                                                                          │      1990 choi+news1990@한국.kr                             ✗ hardBounced    1 08:32:34 550 5.1.1 The email accou…
                                                                                          │      1991 nguyen.thi.thu.trang1991@mail.example.org         ✓ delivered      1 08:32:33
                                                                                          │      1992 kim.minji1992@example.com                         ✓ delivered      1 08:32:32
                                                                                          │      1993 이서연1993@한국.kr                                ✓ delivered      1 08:32:31
                                                                                          │      1994 park.jiho1994@mail.example.org                    ✓ delivered      1 08:32:30
                                                                                          │      1995 o'brien1995@example.com                           ✗ softBounced    1 08:32:29 452 4.2.2 받은편지함이 가…
                                                                                          │      1996 choi+news1996@한국.kr                             ✓ delivered      1 08:32:28
                                                                                          │      1997 nguyen.thi.thu.trang1997@mail.example.org         ✓ delivered      1 08:32:27
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│      1998 kim.minji1998@example.com                         ✓ delivered      1 08:32:26
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │      1999 이서연1999@한국.kr                                ✓ delivered      1 08:32:25
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │*     2000 park.jiho2000@mail.example.org                    ✗ hardBounced    1 08:32:24 550 5.1.1 The email accou…
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

      q quit  N suppress 1 marked  e export 1 marked  y copy 1 marked  Enter timeline  s status  / address  c this/all campaigns  Space mark  * all or none  A all to this address  … ? all keys
      """#)
  }

  @Test func messagesAt40by10() {
    expect(Screens.make("messages 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ Messages of “여름 세일 …” ━━ 1/2,000 ━
        Address                 Status
        이서연1@한국.kr         ✓ delivered
        park.jiho2@mail.exampl… ✓ delivered
        o'brien3@example.com    ✓ delivered
        choi+news4@한국.kr      ✓ delivered
        nguyen.thi.thu.trang5@… ✓ delivered

      q quit  Enter timeline  … ? all keys
      """#)
  }

  @Test func messagesFilteredAt80by24() {
    expect(Screens.make("messages filtered 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” · status queued · address 이… ━━━━━━━━━━━━━━━ 0 ━
        Address                  Status         Try Updated  Reason
       none; Esc takes the filter away
















      address begins with: 이
      Enter keep the filter  Esc as before  Ctrl-U empty
      """#)
  }

  @Test func timelineAt80by24() {
    expect(Screens.make("timeline 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Timeline of message 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 9 events · more ↓ ━
      ✗ softBounced  이서연7@한국.kr  2 attempts
      Why     soft Transient/MailboxFull 4.2.2
              smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      To do   The mailbox is full: resend in a few days, or reach the recipient
              another way.
      Subject 이서연님, 여름 세일이 시작됩니다
      From    “여름 세일 안내” · provider id 0100018f-7
      2026-11-20 UTC+9
      08:05:44.120          → claimed  by sendboard
      08:05:45.120      +1s ↑ accepted  by sendboard
      08:05:46.120      +1s ↑ Send
      08:05:54.120      +8s ~ DeliveryDelay  delay MailboxFull 4.2.2
                     smtp; 452 4.2.2 mailbox full
                     → The mailbox is full and SES keeps trying: nothing to do yet,
                     the mail is still under way.
      09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
                     smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      2026-11-21 UTC+9

      q quit  ↑↓ scroll  Esc back  m mail  R resend  [ ] other message  … ? all keys
      """#)
  }

  @Test func timelineAt40by10() {
    expect(Screens.make("timeline 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ Timeline of message 7 ━━━━━━━ more ↓ ━
      ✗ softBounced  이서연7@한국.kr
      2 attempts
      Why     soft Transient/MailboxFull 4.2.2
              smtp; 452 4.2.2 받은편지함이
              가득 찼습니다 (mailbox full)
      To do   The mailbox is full: resend in a

      q quit  ↑↓ scroll  … ? all keys
      """#)
  }

  @Test func timelineAt200by50() {
    expect(Screens.make("timeline 200x50"), looksLike: #"""
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
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │━ Timeline of message 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 9 events · more ↓ ━
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │✗ softBounced  이서연7@한국.kr  2 attempts
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │Why     soft Transient/MailboxFull 4.2.2
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │        smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │To do   The mailbox is full: resend in a few days, or reach the recipient another way.
                                                                                          │Subject 이서연님, 여름 세일이 시작됩니다
                                                                                          │From    “여름 세일 안내” · provider id 0100018f-7
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│2026-11-20 UTC+9
          Count Kind         Cause                 Subtype                  SMTP    Resend│08:05:44.120          → claimed  by sendboard
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │08:05:45.120      +1s ↑ accepted  by sendboard
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │08:05:46.120      +1s ↑ Send
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │08:05:54.120      +8s ~ DeliveryDelay  delay MailboxFull 4.2.2
             12 ✗ refused    throttled                                              yes   │               smtp; 452 4.2.2 mailbox full
              1 ! complaint  Complaint             abuse                            no    │               → The mailbox is full and SES keeps trying: nothing to do yet, the mail is still under way.
                                                                                          │09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
                                                                                          │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │2026-11-21 UTC+9
      To do   There is no such user at this domain (5.1.1): take the address off the list,│08:55:44.120  +23h51m   resent  by operator
              or correct it.                                                              │attempt 2
                                                                                          │08:55:54.120     +10s → claimed  by sendboard

      ? help  q quit  ↑↓ scroll  Esc back  m mail  R resend  [ ] other message  y copy  t attempts  v raw events  A all to this address  : actions  z zoom
      """#)
  }
}
