// swift-format-ignore-file
// The screens are as wide as they are.

import Testing

/// The screens of finding an address, as they ought to be.
@Suite struct FindScreens {
  @Test func findAt80by24() {
    expect(Screens.make("find 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  [5 Find]  6 Log  7 Quaran…
      ━ Find · kim ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/333 · more ↓ ━
        Campaign     Address                Status         Try Updated  Reason, value
        여름 세일 …  kim.minji6@example.com ✓ delivered      1 09:05:38
        여름 세일 …  kim.minji12@example.c… ✓ delivered      1 09:05:32
        여름 세일 …  kim.minji18@example.c… ✓ delivered      1 09:05:26
        여름 세일 …  kim.minji24@example.c… ✓ delivered      1 09:05:20
        여름 세일 …  kim.minji30@example.c… ✗ hardBounced    1 09:05:14 550 5.1.1 The…
        여름 세일 …  kim.minji36@example.c… ✓ delivered      1 09:05:08
        여름 세일 …  kim.minji42@example.c… ✗ softBounced    1 09:05:02 452 4.2.2 받…
        여름 세일 …  kim.minji48@example.c… ✓ delivered      1 09:04:56
        여름 세일 …  kim.minji54@example.c… ✓ delivered      1 09:04:50
        여름 세일 …  kim.minji60@example.c… ✗ hardBounced    1 09:04:44 550 5.1.1 The…
        여름 세일 …  kim.minji66@example.c… ✓ delivered      1 09:04:38
        여름 세일 …  kim.minji72@example.c… ✓ delivered      1 09:04:32
        여름 세일 …  kim.minji78@example.c… ? uncertain      1 09:04:26
        여름 세일 …  kim.minji84@example.c… ✗ softBounced    1 09:04:20 452 4.2.2 받…
        여름 세일 …  kim.minji90@example.c… ✗ hardBounced    1 09:04:14 550 5.1.1 The…
        여름 세일 …  kim.minji96@example.c… ✓ delivered      1 09:04:08
        여름 세일 …  kim.minji102@example.… ✓ delivered      1 09:04:02

      q quit  f find another  Enter timeline  Space mark  e export  … ? all keys
      """#)
  }

  @Test func findAt40by10() {
    expect(Screens.make("find 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ Find · kim ━━━━━━━━━━ 1/333 · more ↓ ━
        Address                 Status
        kim.minji6@example.com  ✓ delivered
        kim.minji12@example.com ✓ delivered
        kim.minji18@example.com ✓ delivered
        kim.minji24@example.com ✓ delivered
        kim.minji30@example.com ✗ hardBounced
      find: kim
      Enter keep the filter  Esc as before
      """#)
  }

  @Test func findAt200by50() {
    expect(Screens.make("find 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  [5 Find]  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Find · kim ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/333 · more ↓ ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│        Id Campaign        Address                               Status         Try Updated  Reason, value
       여름 세일 안내                    → sending    60%      2,000      36      –      –│         6 여름 세일 안내  kim.minji6@example.com                ✓ delivered      1 09:05:38
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │        12 여름 세일 안내  kim.minji12@example.com               ✓ delivered      1 09:05:32
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │        18 여름 세일 안내  kim.minji18@example.com               ✓ delivered      1 09:05:26
                                                                                          │        24 여름 세일 안내  kim.minji24@example.com               ✓ delivered      1 09:05:20
                                                                                          │        30 여름 세일 안내  kim.minji30@example.com               ✗ hardBounced    1 09:05:14 550 5.1.1 The email a…
                                                                                          │        36 여름 세일 안내  kim.minji36@example.com               ✓ delivered      1 09:05:08
                                                                                          │        42 여름 세일 안내  kim.minji42@example.com               ✗ softBounced    1 09:05:02 452 4.2.2 받은편지함…
                                                                                          │        48 여름 세일 안내  kim.minji48@example.com               ✓ delivered      1 09:04:56
                                                                                          │        54 여름 세일 안내  kim.minji54@example.com               ✓ delivered      1 09:04:50
                                                                                          │        60 여름 세일 안내  kim.minji60@example.com               ✗ hardBounced    1 09:04:44 550 5.1.1 The email a…
                                                                                          │        66 여름 세일 안내  kim.minji66@example.com               ✓ delivered      1 09:04:38
                                                                                          │        72 여름 세일 안내  kim.minji72@example.com               ✓ delivered      1 09:04:32
                                                                                          │        78 여름 세일 안내  kim.minji78@example.com               ? uncertain      1 09:04:26
                                                                                          │        84 여름 세일 안내  kim.minji84@example.com               ✗ softBounced    1 09:04:20 452 4.2.2 받은편지함…
                                                                                          │        90 여름 세일 안내  kim.minji90@example.com               ✗ hardBounced    1 09:04:14 550 5.1.1 The email a…
                                                                                          │        96 여름 세일 안내  kim.minji96@example.com               ✓ delivered      1 09:04:08
                                                                                          │       102 여름 세일 안내  kim.minji102@example.com              ✓ delivered      1 09:04:02
                                                                                          │       108 여름 세일 안내  kim.minji108@example.com              ✓ delivered      1 09:03:56
                                                                                          │       114 여름 세일 안내  kim.minji114@example.com              ✓ delivered      1 09:03:50
                                                                                          │       120 여름 세일 안내  kim.minji120@example.com              ✗ hardBounced    1 09:03:44 550 5.1.1 The email a…
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│       126 여름 세일 안내  kim.minji126@example.com              ✗ softBounced    1 09:03:38 452 4.2.2 받은편지함…
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │       132 여름 세일 안내  kim.minji132@example.com              ✓ delivered      1 09:03:32
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │       138 여름 세일 안내  kim.minji138@example.com              ✓ delivered      1 09:03:26
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │─ Timeline of message 6 ─────────────────────────────────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │✓ delivered  kim.minji6@example.com  2 attempts
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │Subject kim.minji님, 여름 세일이 시작됩니다
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │From    “여름 세일 안내” · provider id 0100018f-6
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

      ? help  q quit  f find another  Enter timeline  Space mark  e export  * all or none  A all to this address  g G first, last  m mail  y copy  < > sort by column  I other way round  : actions  z zoom
      """#)
  }
}
