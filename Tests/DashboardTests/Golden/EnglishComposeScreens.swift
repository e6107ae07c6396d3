// swift-format-ignore-file
// The screens are as wide as they are.

extension EnglishScreens {
  /// Drafts, named audiences in the form, and looking at recipients.
  static let compose: [String: String] = [
    "suppress all 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━ all 2,000 in this filter marked ━
        Address                  Status         Try Updated  Reason
      * 이서연1@한국.kr          ✓ delivered      1 09:05:43
      * park.jiho2@mail.example… ✓ delivered      1 09:05:42
      * ┏━ Send nothing more to 12,304 people? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      * ┃ Everybody who is shown here, each once:                                  ┃
      * ┃ kim@example.com and 12,303 more                                          ┃
      * ┃ 3 of them are on the list already.                                       ┃
      * ┃ Nothing is sent to them, also of campaigns under way, until they are     ┃…
      * ┃ taken off the list (X).                                                  ┃
      * ┃                                                                          ┃
      * ┃ Type 12,304:                                                             ┃o…
      * ┃                                                                          ┃
      * ┃ Enter do it when typed  Esc back                                         ┃
      * ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      * park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
      * o'brien15@example.com    ✓ delivered      1 09:05:29
      * choi+news16@한국.kr      ✓ delivered      1 09:05:28
      * nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27


      """#,
    "suppress all 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Send nothing more to 12,30 ↓↑ +5 ━┓━
       ┃ Everybody who is shown here, each  ┃
      *┃ once:                              ┃
      *┃ Type 12,304:                       ┃
      *┃                                    ┃
      *┃ Enter do it when typed  Esc back   ┃
      *┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "account listed 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Suppression list ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
        Address                Because of       Since            Until      By
        kim@example.com        put there by ha… 2026-11-21 09:04            mina
        gone@example.com       bounced for good 2026-11-21 08:05
        away@example.com       unsubscribed     2026-11-20 09:05 2026-12-01

               ┏━ gone@example.com is on SES's list ━━━━━━━━━━━━━━━━━━━━━━━┓
               ┃ because of a bounce, since 2026-11-20 09:05               ┃
               ┃ It holds for all programs of the account in eu-central-1. ┃
               ┃ d    take it off                                          ┃
               ┃ Esc  leave it as it is                                    ┃
               ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛





      Nothing is sent to these, also of campaigns under way. + puts an address on the
      list.

      Esc leave it
      """#,
    "account listed 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ gone@example.com is on SES's lis…━┓━
       ┃ because of a bounce, since         ┃
       ┃ 2026-11-20 09:05                   ┃…
       ┃ It holds for all programs of the … ┃d
       ┃ d    take it off                   ┃
       ┃ Esc  leave it as it is             ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc leave it
      """#,
    "account not listed 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Suppression list ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
        Address                Because of       Since            Until      By
        kim@example.com        put there by ha… 2026-11-21 09:04            mina
        gone@example.com       bounced for good 2026-11-21 08:05
        away@example.com       unsubscribed     2026-11-20 09:05 2026-12-01

               ┏━ kim@example.com is not on SES's list ━━━━━━━━━━━━━━━━━━━━┓
               ┃ It holds for all programs of the account in eu-central-1. ┃
               ┃ b    put it there as a bounce                             ┃
               ┃ c    put it there as a complaint                          ┃
               ┃ Esc  leave it as it is                                    ┃
               ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛





      Nothing is sent to these, also of campaigns under way. + puts an address on the
      list.

      Esc leave it
      """#,
    "account not listed 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ kim@example.com is not on SES's …━┓━
       ┃ It holds for all programs of the   ┃
       ┃ account in eu-central-1.           ┃…
       ┃ b    put it there as a bounce      ┃d
       ┃ c    put it there as a complaint   ┃
       ┃ Esc  leave it as it is             ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc leave it
      """#,
    "account asked 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Suppression list ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
        Address                Because of       Since            Until      By
        kim@example.com        put there by ha… 2026-11-21 09:04            mina
        gone@example.com       bounced for good 2026-11-21 08:05
        away@example.com       unsubscribed     2026-11-20 09:05 2026-12-01


                          ┏━ kim@example.com ━━━━━━━━━━━━━━━━━━━━┓
                          ┃ asking SES…                          ┃
                          ┃                                      ┃
                          ┃ Enter close                          ┃
                          ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛





      Nothing is sent to these, also of campaigns under way. + puts an address on the
      list.

      Esc leave it
      """#,
    "account asked 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Suppression list ━━━━━━━━━━━━━━━ 1/3 ━
       ┏━ kim@example.com ━━━━━━━━━━━━━━━━━━┓
       ┃ asking SES…                        ┃…
       ┃                                    ┃d
       ┃ Enter close                        ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      Esc leave it
      """#,
    "on the list 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/2,000 · more ↓ ━
        Address                  Status         Try Updated  Reason
        이서연1@한국.kr          ✓ delivered      1 09:05:43
        park.jiho2@mail.example… ✓ delivered      1 09:05:42
        o'brien3@example.com     ✓ delivered      1 09:05:41
        choi+news4@한국.kr       ✓ delivered      1 09:05:40
        ngu┏━ Resend in “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        kim┃ The address is on the suppression list, so nothing is sent to it. ┃
        이 ┃ s    send this one all the same                                   ┃ 이 …
        par┃ w    what is left alone, and why                                  ┃
        o'b┃ Esc  resend nothing                                               ┃
        cho┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ acco…
        nguyen.thi.thu.trang11@… ✓ delivered      1 09:05:33
        kim.minji12@example.com  ✓ delivered      1 09:05:32
        이서연13@한국.kr         ? uncertain      1 09:05:31
        park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ delivered      1 09:05:29
        choi+news16@한국.kr      ✓ delivered      1 09:05:28
        nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27

      Esc leave it
      """#,
    "on the list 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Resend in “여름 세일 안내” ━━━━━━━┓━
       ┃ The address is on the suppression  ┃
       ┃ list, so nothing is sent to it.    ┃
       ┃ s    send this one all the same    ┃
       ┃ w    what is left alone, and why   ┃
       ┃ Esc  resend nothing                ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc leave it
      """#,
    "in spite of the list 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/2,000 · more ↓ ━
        Address                  Status         Try Updated  Reason
        이서연1@한국.kr          ✓ delivered      1 09:05:43
        park.jiho2@mail.example… ✓ delivered      1 09:05:42
        o'brien3@example.com     ✓ delivered      1 09:05:41
        c┏━ Resend in “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        n┃ 1 message will be sent once more.                                      ┃
        k┃ The address stays on the list (X); only this message goes there, once. ┃
         ┃ kim@example.com                                                        ┃ …
        p┃                                                                        ┃
        o┃ Type 1:                                                                ┃
        c┃                                                                        ┃co…
        n┃ Enter do it when typed  Esc back                                       ┃
        k┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        이서연13@한국.kr         ? uncertain      1 09:05:31
        park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ delivered      1 09:05:29
        choi+news16@한국.kr      ✓ delivered      1 09:05:28
        nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27


      """#,
    "in spite of the list 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Resend in “여름 세일 안내” ↓↑ +3 ━┓━
       ┃ 1 message will be sent once more.  ┃
       ┃ The address stays on the list (X); ┃
       ┃ Type 1:                            ┃
       ┃                                    ┃
       ┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "review texts 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
       1,302 recipients in 27 batches of 50 · 0 duplicates left out
       0 invalid left out
       about 26s at 50/s (the account's rate) · about 0.13 USD
       SMS: 1 · LMS: 1 · 1 part: 1,200 · 2 parts in Unicode: 80 · 1,362 parts in all
       ! 20 texts cannot go out: correct them, or their recipients are refused
         line 1281: too long: 700, and 630 may be sent
         line 1282: too long: 700, and 630 may be sent
         line 1283: too long: 700, and 630 may be sent
         and 17 more
       From     안내 <news@example.com>
       File     가을.csv
       Columns  name, 회사
       ← → others · / find · l longest · m no value · t test
       As +821012345678 reads it (1 of 1,302):
       2 parts in Unicode, 84 of 134 · “지” at 3 makes it Unicode, which takes more
       parts                                                                  more ↓

       To launch to 1,302 recipients type 1,302:

      ↑↓ scroll  Esc back to the fields
      """#,
    "review texts 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign “가을 …” ━━ step 2 of 2 ━
       1,302 recipients in 27 batches of 50
       0 duplicates left out
       0 invalid left out
       about 26s at 50/s (the account's rate)
       about 0.13 USD                 more ↓
       Launch: type 1,302:

      ↑↓ scroll  Esc back to the fields
      """#,
    "review texts 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History







                                                   ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
                                                    1,302 recipients in 27 batches of 50 · 0 duplicates left out · 0 invalid left out
                                                    about 26s at 50/s (the account's rate) · about 0.13 USD
                                                    SMS: 1 · LMS: 1 · 1 part: 1,200 · 2 parts in Unicode: 80 · 1,362 parts in all
                                                    ! 20 texts cannot go out: correct them, or their recipients are refused
                                                      line 1281: too long: 700, and 630 may be sent
                                                      line 1282: too long: 700, and 630 may be sent
                                                      line 1283: too long: 700, and 630 may be sent
                                                      and 17 more
                                                    From     안내 <news@example.com>
                                                    File     가을.csv
                                                    Columns  name, 회사
                                                    ← → others · / find · l longest · m no value · t test
                                                    As +821012345678 reads it (1 of 1,302):
                                                    2 parts in Unicode, 84 of 134 · “지” at 3 makes it Unicode, which takes more parts
                                                      Subject: 김민지님께

                                                      김민지님, 안녕하세요.
                                                      가을 소식을 전해 드립니다.










                                                    To launch to 1,302 recipients type 1,302:









      ↑↓ scroll  Esc back to the fields
      """#,
    "review all 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
       120,000 recipients in 2,400 batches of 50 · 12 duplicates left out
       3 invalid left out
       ! the same people were sent the same as campaign 2 (Contract reminder) of
         2026-11-20 23:05 UTC: launching sends a second copy
       about 44m24s at 50/s (the rate of workers here)
       2 campaigns with 13,200 recipients go first · about 12.00 USD
       ! the account takes 50,000 more within 24 hours: the campaign pauses when they
         are used up
         line 21: the same recipient as line 4
         line 17: the address has no @
         line 230: the domain has no dot
         and 1 more invalid
       ! 1 recipient on the suppression list, to whom nothing is sent:
         kim.minji@example.com
       From     안내 <news@example.com>
       File     가을.csv                                                      more ↓

       To launch to 120,000 recipients type 120,000:

      ↑↓ scroll  Esc back to the fields
      """#,
    "review all 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign “가을 …” ━━ step 2 of 2 ━
       120,000 recipients in 2,400 batches o…
       12 duplicates left out
       3 invalid left out
       ! the same people were sent the same
         as campaign 2 (Contract remi more ↓
       Launch: type 120,000:

      ↑↓ scroll  Esc back to the fields
      """#,
    "review all 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History







                                                   ━ New campaign “가을 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 2 of 2 ━
                                                    120,000 recipients in 2,400 batches of 50 · 12 duplicates left out · 3 invalid left out
                                                    ! the same people were sent the same as campaign 2 (Contract reminder) of 2026-11-20 23:05 UTC: launching
                                                      sends a second copy
                                                    about 44m24s at 50/s (the rate of workers here) · 2 campaigns with 13,200 recipients go first
                                                    about 12.00 USD
                                                    ! the account takes 50,000 more within 24 hours: the campaign pauses when they are used up
                                                      line 21: the same recipient as line 4
                                                      line 17: the address has no @
                                                      line 230: the domain has no dot
                                                      and 1 more invalid
                                                    ! 1 recipient on the suppression list, to whom nothing is sent: kim.minji@example.com
                                                    From     안내 <news@example.com>
                                                    File     가을.csv
                                                    Columns  name, 회사
                                                    ← → others · / find · l longest · m no value · t test · v source · e left out
                                                    As kim.minji@example.com reads it (1 of 120,000):
                                                    ! on the suppression list: nothing is sent to it
                                                      Subject: 김민지님께

                                                      김민지님, 안녕하세요.
                                                      가을 소식을 전해 드립니다.
                                                      ── HTML, read as text ──
                                                      Styles, scripts and pictures are not followed; v shows the source.
                                                      김민지님, 가을 소식 <https://example.com/가을>




                                                    To launch to 120,000 recipients type 120,000:









      ↑↓ scroll  Esc back to the fields
      """#,
    "review export 80x24": #"""
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

       export who is left out to: remarks-가을-안내-20261121-0905.csv

      Enter do it  Esc leave it  Ctrl-U empty
      """#,
    "review export 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign “가을 …” ━━ step 2 of 2 ━
       1,950 recipients in 39 batches of 50
       12 duplicates left out
       3 invalid left out
       about 39s at 50/s (the account's rate)
       about 0.20 USD                 more ↓
       export who is left…‹20261121-0905.csv

      Enter do it  Esc leave it  Ctrl-U empty
      """#,
    "launch under way 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       가을 안내         · draft
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0
                      ┏━ Under way ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                      ┃ launch “가을 안내”                           ┃
                      ┃ 45,000 of 120,000 · 0s                       ┃
                      ┃ ████████████████▌░░░░░░░░░░░░░░░░░░░░░░░░░░░ ┃
                      ┃                                              ┃
      ─ Batches of “여┃ s stop it  Esc goes on; w                    ┃─── 40 batches ─
      Batches  3 pendi┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3
      … launch “가을 안내”: 45,000 of 120,000, 0s

      """#,
    "launch under way 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Under way ━━━━━━━━━━━━━━━━━━━━━━━━┓━
       ┃ launch “가을 안내”                 ┃t
       ┃ 45,000 of 120,000 · 0s             ┃
       ┃ ████████████▊░░░░░░░░░░░░░░░░░░░░░ ┃–
       ┃                                    ┃
       ┃ s stop it  Esc goes on; w          ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      … launch “가을 …”: 45,000 of 120,000, 0s

      """#,
    "suppression list 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Suppression list ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2 marked · 3/3 ━
        Address                Because of       Since            Until      By
      * kim@example.com        put there by ha… 2026-11-21 09:04            mina
      * gone@example.com       bounced for good 2026-11-21 08:05
        away@example.com       unsubscribed     2026-11-20 09:05 2026-12-01












      Nothing is sent to these, also of campaigns under way. + puts an address on the
      list.

      q quit  D take off 2 marked  + add an address  A SES's list  … ? all keys
      """#,
    "suppression list 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Suppression list ━━━━ 2 marked · 3/3 ━
        Address               Because of
      * kim@example.com       put there by ha…
      * gone@example.com      bounced for good
        away@example.com      unsubscribed



      q quit  … ? all keys
      """#,
    "suppression list 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Suppression list ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2 marked · 3/3 ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│  Address                         Because of          Since            Until      By         Note
       여름 세일 안내                    → sending    60%      2,000      36      –      –│* kim@example.com                 put there by hand   2026-11-21 09:04            mina       asked by phone
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │* gone@example.com                bounced for good    2026-11-21 08:05
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │  away@example.com                unsubscribed        2026-11-20 09:05 2026-12-01
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
              or correct it.                                                              │Nothing is sent to these, also of campaigns under way. + puts an address on the list.
                                                                                          │

      ? help  q quit  D take off 2 marked  + add an address  A SES's list  Space mark  * all or none  / filter  Enter all to this address  Esc back  < > sort by column  I other way round  : actions  z zoom
      """#,
    "suppress 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━ 3 marked · 4/2,000 · more ↓ ━
        Address                  Status         Try Updated  Reason
      * 이서연1@한국.kr          ✓ delivered      1 09:05:43
      * park.jiho2@mail.example… ✓ delivered      1 09:05:42
      * o'brien3@example.com     ✓ delivered      1 09:05:41
        ┏━ Send nothing more to 3 people? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 이서연1@한국.kr, park.jiho2@mail.example.org, o'brien3@example.com       ┃
        ┃ Nothing is sent to them, also of campaigns under way, until they are     ┃
        ┃ taken off the list (X).                                                  ┃…
        ┃                                                                          ┃
        ┃ Type 3:                                                                  ┃
        ┃                                                                          ┃o…
        ┃ Enter do it when typed  Esc back                                         ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        이서연13@한국.kr         ? uncertain      1 09:05:31
        park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ delivered      1 09:05:29
        choi+news16@한국.kr      ✓ delivered      1 09:05:28
        nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27


      """#,
    "suppress 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Send nothing more to 3 peo ↓↑ +4 ━┓━
       ┃ 이서연1@한국.kr,                   ┃
      *┃ park.jiho2@mail.example.org,       ┃
      *┃ Type 3:                            ┃
      *┃                                    ┃
       ┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "draft 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       가을 안내         · draft
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0





      ─ Batches ──────────────────────────────────────────────────────────────────────
       A draft, last changed 2026-11-21 09:05: Enter goes on with it, x gives it up.
       Nothing of it is sent.






      kept as a draft, first among the campaigns: Enter goes on with it
      """#,
    "draft 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign        State          %   Left
       가을 안내       · draft
       여름 세일 안내  → sending    60%      –
       Contract remin… ! 2 dead    -102
       전자서명 요청 … ! paused      0%


      kept as a draft, first among the campai…
      """#,
    "draft 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━│─ Messages of “여름 세일 안내” ───────────────────────────────────────────────────────────────── 1/2,000 · more ↓ ─
       Campaign                          State          % Recipients  Failed Rate/s   Left│        Id Address                                       Status         Try Updated  Reason
       가을 안내                         · draft                                          │         1 이서연1@한국.kr                               ✓ delivered      1 09:05:43
       여름 세일 안내                    → sending    60%      2,000      36      –      –│         2 park.jiho2@mail.example.org                   ✓ delivered      1 09:05:42
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │         3 o'brien3@example.com                          ✓ delivered      1 09:05:41
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │         4 choi+news4@한국.kr                            ✓ delivered      1 09:05:40
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
      ─ Batches ──────────────────────────────────────────────────────────────────────────│        21 o'brien21@example.com                         ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
       A draft, last changed 2026-11-21 09:05: Enter goes on with it, x gives it up.      │        22 choi+news22@한국.kr                           ✓ delivered      1 09:05:22
       Nothing of it is sent.                                                             │        23 nguyen.thi.thu.trang23@mail.example.org       ✓ delivered      1 09:05:21
                                                                                          │─ Timeline of message 1 ─────────────────────────────────────────────────────────────────────── 9 events · more ↓ ─
                                                                                          │✓ delivered  이서연1@한국.kr  2 attempts
                                                                                          │Subject 이서연님, 여름 세일이 시작됩니다
                                                                                          │From    “여름 세일 안내” · provider id 0100018f-1
                                                                                          │2026-11-20 UTC+9
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

      kept as a draft, first among the campaigns: Enter goes on with it
      """#,
    "drop draft 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       가을 안내         · draft
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0
        ┏━ Give up the draft “가을 안내”? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ What was typed is gone. Files that it names stay as they are, and        ┃
        ┃ nothing was sent.                                                        ┃
        ┃                                                                          ┃
        ┃ y yes, do it  n no  Esc back                                             ┃
      ─ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛──
       A draft, last changed 2026-11-21 09:05: Enter goes on with it, x gives it up.
       Nothing of it is sent.







      """#,
    "drop draft 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Give up the draft “가을 안내”? ━━━┓━
       ┃ What was typed is gone. Files that ┃t
       ┃ it names stay as they are, and     ┃
       ┃ nothing was sent.                  ┃–
       ┃                                    ┃
       ┃ y yes, do it  n no  Esc back       ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "form audience 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
       Name        가을
       Channel     ‹ email ›
       Recipients  ‹ overdue ›                                        Unpaid invoices
         day       tomorrow                         a day such as 2026-11-27, or tod…
         tier      ‹ silver ›                                            as last time
         least     10
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
       Begin at    at once; or 2026-12-01 09:30, or 09:30                     more ↓
       Nothing is sent before you have seen the exact count and confirmed it.

      F3 count  Tab next field  Enter next  Esc leave; what is typed is kept
      """#,
    "form audience 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign ━━━━━━━━━━━ step 1 of 2 ━
       Name        가을
       Channel     ‹ email ›
       Recipients  ‹ overdue ›  Unpaid invoi…
         day       tomorrow     a day more ↓
       Nothing is sent before you have seen
       the exact count and confirmed it.

      F3 count  Tab next field  Enter next
      """#,
    "form audience 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined                                                                                  ███
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History







                                                   ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
                                                    Name        가을
                                                    Channel     ‹ email ›
                                                    Recipients  ‹ overdue ›                                                                      Unpaid invoices
                                                      day       tomorrow                                                      a day such as 2026-11-27, or today
                                                      tier      ‹ silver ›                                                                          as last time
                                                      least     10
                                                    From        Name <sender@example.com>                                                     a sender is needed
                                                    Subject     Hello {{name}}                                                               a subject is needed
                                                    Text file   plain text body; or none                                                  text or HTML is needed
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
      """#,
    "review anybody 80x24": #"""
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
       ! 5 recipients without a value that the template says: line 8: name · line 9:
         회사 · and 3 more
       From     안내 <news@example.com>
       File     가을.csv
       Columns  name, 회사
       ← → others · / find · l longest · m no value · t test · e left out
       As bare@example.com reads it (90 of 1,950):
       ! no value for name
         님께                                                                 more ↓

       To launch to 1,950 recipients type 1,950:

      ↑↓ scroll  Esc back to the fields
      """#,
    "review anybody 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign “가을 …” ━━ step 2 of 2 ━
       1,950 recipients in 39 batches of 50
       12 duplicates left out
       3 invalid left out
       about 39s at 50/s (the account's rate)
       about 0.20 USD                 more ↓
       Launch: type 1,950:

      ↑↓ scroll  Esc back to the fields
      """#,
    "review test 80x24": #"""
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

       send this one to: me@example.com

      Enter do it  Esc leave it  Ctrl-U empty
      """#,
    "review test 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign “가을 …” ━━ step 2 of 2 ━
       1,950 recipients in 39 batches of 50
       12 duplicates left out
       3 invalid left out
       about 39s at 50/s (the account's rate)
       about 0.20 USD                 more ↓
       send this one to: me@example.com

      Enter do it  Esc leave it  Ctrl-U empty
      """#,
  ]
}
