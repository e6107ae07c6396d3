// swift-format-ignore-file
// The screens are as wide as they are.

import Testing

/// The screens of composing a campaign, as they ought to be.
@Suite struct FormScreens {
  @Test func formAt80by24() {
    expect(Screens.make("form 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
       Name        가을
       Channel     ‹ email ›
       Recipients  CSV file with a column email or phone
       From        Name <sender@example.com>
       Subject     Hello {{name}}
       Text file   plain text body; or none
       HTML file   HTML body; or none
       Template    kept in SES, instead of the three above; or none
       Opt-out     https://example.com/u?{{email}}, an address, or both
       Marketing   ‹ no ›
       Hours       at any time; or only 08:00-21:00 Asia/Seoul
       Batch size  50
       Rate        as fast as it goes; or at most 20, 300/m, 5000/h
       Begin at    at once; or 2026-12-01 09:30, or 09:30

                   [ Count the recipients ]

       Nothing is sent before you have seen the exact count and confirmed it.

      F3 count  Tab next field  Enter next  Esc leave; what is typed is kept
      """#)
  }

  @Test func formWrongAt80by24() {
    expect(Screens.make("form wrong 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
       Name        what the campaign is called                       a name is needed
       Channel     ‹ email ›
       Recipients  CSV file with a column email or phone         a CSV file is needed
       From        Name <sender@example.com>                       a sender is needed
       Subject     Hello {{name}}                                 a subject is needed
       Text file   plain text body; or none                    text or HTML is needed
       HTML file   HTML body; or none
       Template    kept in SES, instead of the three above; or none
       Opt-out     https://example.com/u?{{email}}, an address, or both
       Marketing   ‹ no ›
       Hours       at any time; or only 08:00-21:00 Asia/Seoul
       Batch size  50
       Rate        as fast as it goes; or at most 20, 300/m, 5000/h
       Begin at    at once; or 2026-12-01 09:30, or 09:30

                   [ Count the recipients ]

       Nothing is sent before you have seen the exact count and confirmed it.

      F3 count  Tab next field  Enter next  Esc leave; what is typed is kept
      """#)
  }

  @Test func reviewAt200by50() {
    expect(Screens.make("review 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History







                                                   ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
                                                    1,950 recipients in 39 batches of 50 · 12 duplicates left out · 3 invalid left out
                                                    about 39s at 50/s (the account's rate) · about 0.20 USD
                                                      line 21: the same recipient as line 4
                                                      line 17: the address has no @
                                                      line 230: the domain has no dot
                                                      and 1 more invalid
                                                    From     안내 <news@example.com>
                                                    File     가을.csv
                                                    Columns  name, 회사
                                                    ← → others · / find · l longest · m no value · t test · e left out
                                                    As kim.minji@example.com reads it (1 of 1,950):
                                                      Subject: 김민지님께

                                                      김민지님, 안녕하세요.
                                                      가을 소식을 전해 드립니다.













                                                    To launch to 1,950 recipients type 1,950:









      ↑↓ scroll  Esc back to the fields
      """#)
  }

  @Test func formAt40by10() {
    expect(Screens.make("form 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign ━━━━━━━━━━━ step 1 of 2 ━
       Name        가을
       Channel     ‹ email ›
       Recipients  CSV file with a column em…
       From        Name <sender@examp more ↓
       Nothing is sent before you have seen
       the exact count and confirmed it.

      F3 count  Tab next field  Enter next
      """#)
  }

  @Test func reviewAt80by24() {
    expect(Screens.make("review 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
       1,950 recipients in 39 batches of 50 · 12 duplicates left out
       3 invalid left out
       about 39s at 50/s (the account's rate) · about 0.20 USD
         line 21: the same recipient as line 4
         line 17: the address has no @
         line 230: the domain has no dot
         and 1 more invalid
       From     안내 <news@example.com>
       File     가을.csv
       Columns  name, 회사
       ← → others · / find · l longest · m no value · t test · e left out
       As kim.minji@example.com reads it (1 of 1,950):
         Subject: 김민지님께

         김민지님, 안녕하세요.
         가을 소식을 전해 드립니다.

       To launch to 1,950 recipients type 1,950:

      ↑↓ scroll  Esc back to the fields
      """#)
  }

  @Test func reviewAt40by10() {
    expect(Screens.make("review 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign “가을 …” ━━ step 2 of 2 ━
       1,950 recipients in 39 batches of 50
       12 duplicates left out
       3 invalid left out
       about 39s at 50/s (the account's rate)
       about 0.20 USD                 more ↓
       Launch: type 1,950:

      ↑↓ scroll  Esc back to the fields
      """#)
  }

  @Test func reviewFewAt80by24() {
    expect(Screens.make("review few 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
       350 recipients in 7 batches of 50 · 12 duplicates left out
       3 invalid left out
       about 7s at 50/s (the account's rate) · about 0.04 USD
         line 21: the same recipient as line 4
         line 17: the address has no @
         line 230: the domain has no dot
         and 1 more invalid
       From     안내 <news@example.com>
       File     가을.csv
       Columns  name, 회사
       ← → others · / find · l longest · m no value · t test · e left out
       As kim.minji@example.com reads it (1 of 350):
         Subject: 김민지님께

         김민지님, 안녕하세요.
         가을 소식을 전해 드립니다.

       To launch to 350 recipients type 350:

      ↑↓ scroll  Esc back to the fields
      """#)
  }
}
