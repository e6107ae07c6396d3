import Testing

// swift-format-ignore-file: the screens are as wide as they are.

/// The screens of composing a campaign, as they ought to be.
@Suite struct FormScreens {
  @Test func formAt80by24() {
    expect(Screens.make("form 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log
      ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
       Name        가을
       Channel     ‹ email ›
       Recipients  CSV file with a column email or phone
       From        Name <sender@example.com>
       Subject     Hello {{name}}
       Text file   plain text body; or none
       HTML file   HTML body; or none
       Batch size  50

                   [ Count the recipients ]







       Nothing is sent before you have seen the exact count and confirmed it.

      Tab next field  Enter next, or count  Esc leave; what is typed is kept
      """#)
  }

  @Test func formWrongAt80by24() {
    expect(Screens.make("form wrong 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log
      ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
       Name        what the campaign is called                       a name is needed
       Channel     ‹ email ›
       Recipients  CSV file with a column email or phone         a CSV file is needed
       From        Name <sender@example.com>                       a sender is needed
       Subject     Hello {{name}}                                 a subject is needed
       Text file   plain text body; or none                    text or HTML is needed
       HTML file   HTML body; or none
       Batch size  50

                   [ Count the recipients ]







       Nothing is sent before you have seen the exact count and confirmed it.

      Tab next field  Enter next, or count  Esc leave; what is typed is kept
      """#)
  }

  @Test func reviewAt200by50() {
    expect(Screens.make("review 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3 ━│─ Messages of “여름 세일 안내” ─────────────────────────────────────────────────────────────────── 2,000 · more ↓ ─
      Campaign              State       Progress          Recipients  Failed Rate/s   Left│        Id Address                   Subject                 Status         Try Updated  Reason
      여름 세일 안내        → sending   ███████▎░░░░  60%      2,000      36      …      –│         1 이서연1@한국.kr           이서연님, 여름 세일이 … ✓ delivered      1 09:05:43
      Contract reminder     ! 2 dead    ███████████▉  99%    100,000   1,900              │         2 park.jiho2@mail.example.… park.jiho님, 여름 세일… ✓ delivered      1 09:05:42
      전자서명 요청 — 2분…  ! paused    ░░░░░░░░░░░░   0%        350       0              │         3 o'brien3@example.com      o'brien님, 여름 세일이… ✓ delivered      1 09:05:41
                                                                                          │         4 choi+news4@한국.kr        choi+news님, 여름 세일… ✓ delivered      1 09:05:40
                                                                                          │         5 nguyen.thi.thu.trang5@ma… nguyen.thi.thu.trang님… ✓ delivered      1 09:05:39
                                                   ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━ed      1 09:05:38
                                                    1,950 recipients · in 39 batches of 50 · 12 duplicates left out · 3 invalid left out                         nced    1 09:05:37 452 4.2.2 받은편지함이 가…
                                                      line 17: no @ in the address                                                                               ed      1 09:05:36
                                                      line 230: the domain has no dot                                                                            ed      1 09:05:35
                                                      and 1 more invalid                                                                                         nced    1 09:05:34 550 5.1.1 The email accou…
                                                    From     안내 <news@example.com>                                                                             ed      1 09:05:33
                                                    File     가을.csv                                                                                            ed      1 09:05:32
                                                    Columns  name, 회사                                                                                          in      1 09:05:31
                                                    As kim.minji@example.com reads it:                                                                           nced    1 09:05:30 452 4.2.2 받은편지함이 가…
                                                      Subject: 김민지님께                                                                                        ed      1 09:05:29
                                                                                                                                                                 ed      1 09:05:28
                                                      김민지님, 안녕하세요.                                                                                      ed      1 09:05:27
                                                      가을 소식을 전해 드립니다.                                                                                 ed      1 09:05:26
                                                                                                                                                                 ed      1 09:05:25
                                                                                                                                                                 nced    1 09:05:24 550 5.1.1 The email accou…
      ─ Batches of “여름 세일 안내” ───────────────                                                                                                              nced    1 09:05:23 452 4.2.2 받은편지함이 가…
      Batches  ████████▍░░░░░  60% 3 pending · 13 q                                                                                                              ed      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000                                                                                                                ed      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5                                                                                                              ───────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-2



      ─ Failures of “여름 세일 안내” ──────────────
          Count Kind         Cause
          1,515 ✗ hard       Permanent
            398 ✗ suppressed Permanent                                                                                                                           do yet, the mail is still under way.
             20 ✗ soft       Transient              To launch to 1,950 recipients type 1,950:
             12 ✗ refused    throttled                                              yes   │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
              1 ! complaint  Complaint             abuse                            no    │               → The mailbox is full: resend in a few days, or reach the recipient another way.
                                                                                          │2026-11-21 UTC+9
                                                                                          │08:55:44.120   resent  by operator
                                                                                          │attempt 2
      To do   There is no such user at this domain (5.1.1): take the address off the list,│08:55:54.120 → claimed  by sendboard
              or correct it.                                                              │08:55:55.120 ↑ accepted  by sendboard
                                                                                          │08:56:04.120 ✗ Bounce  soft Transient/MailboxFull 4.2.2

      ↑↓ scroll  Esc back to the fields
      """#)
  }

  @Test func formAt40by10() {
    expect(Screens.make("form 40x10"), looksLike: #"""
       118 msg/s  !2 dead               09:05
      ━ New campaign ━━━━━━━━━━━ step 1 of 2 ━
       Name        가을
       Channel     ‹ email ›
       Recipients  CSV file with a column em…
       From        Name <sender@example.com>
       Nothing is sent before you have seen
       the exact count and confirmed it.

      Tab next field  Enter next, or count
      """#)
  }

  @Test func reviewAt80by24() {
    expect(Screens.make("review 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log
      ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
       1,950 recipients · in 39 batches of 50 · 12 duplicates left out
       3 invalid left out
         line 17: no @ in the address
         line 230: the domain has no dot
         and 1 more invalid
       From     안내 <news@example.com>
       File     가을.csv
       Columns  name, 회사
       As kim.minji@example.com reads it:
         Subject: 김민지님께

         김민지님, 안녕하세요.
         가을 소식을 전해 드립니다.




       To launch to 1,950 recipients type 1,950:

      ↑↓ scroll  Esc back to the fields
      """#)
  }

  @Test func reviewAt40by10() {
    expect(Screens.make("review 40x10"), looksLike: #"""
       118 msg/s  !2 dead               09:05
      ━ New campaign “가을 … ━━━ step 2 of 2 ━
       1,950 recipients · in 39 batches of 50
       12 duplicates left out
       3 invalid left out
         line 17: no @ in the address
         line 230: the domain has no  ↓ more
       Launch: type 1,950:

      ↑↓ scroll  Esc back to the fields
      """#)
  }

  @Test func reviewFewAt80by24() {
    expect(Screens.make("review few 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log
      ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
       350 recipients · in 7 batches of 50 · 12 duplicates left out
       3 invalid left out
         line 17: no @ in the address
         line 230: the domain has no dot
         and 1 more invalid
       From     안내 <news@example.com>
       File     가을.csv
       Columns  name, 회사
       As kim.minji@example.com reads it:
         Subject: 김민지님께

         김민지님, 안녕하세요.
         가을 소식을 전해 드립니다.




       y launches to 350 recipients · Esc edits

      ↑↓ scroll  Esc back to the fields
      """#)
  }
}
