// swift-format-ignore-file
// The screens are as wide as they are.

extension EnglishScreens {
  /// What lies over the panes, in the sizes that the other suites have not.
  static let dialogs: [String: String] = [
    "document 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Document 17 ━━━━━ 975 bytes · more ↓ ━
      Reason  broken JSON: an escape is not
              valid, at byte 12
      {"eventType":"B\ounce"\xFF\xFE
      line 1 of the document
      line 2 of the document
      line 3 of the document

      q quit  ↑↓ scroll  … ? all keys
      """#,
    "document 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Document 17 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 975 bytes ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│Reason  broken JSON: an escape is not valid, at byte 12
       여름 세일 안내                    → sending    60%      2,000      36      –      –│{"eventType":"B\ounce"\xFF\xFE
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │line 1 of the document
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │line 2 of the document
                                                                                          │line 3 of the document
                                                                                          │line 4 of the document
                                                                                          │line 5 of the document
                                                                                          │line 6 of the document
                                                                                          │line 7 of the document
                                                                                          │line 8 of the document
                                                                                          │line 9 of the document
                                                                                          │line 10 of the document
                                                                                          │line 11 of the document
                                                                                          │line 12 of the document
                                                                                          │line 13 of the document
                                                                                          │line 14 of the document
                                                                                          │line 15 of the document
                                                                                          │line 16 of the document
                                                                                          │line 17 of the document
                                                                                          │line 18 of the document
                                                                                          │line 19 of the document
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│line 20 of the document
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │line 21 of the document
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │line 22 of the document
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │line 23 of the document
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │line 24 of the document
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │line 25 of the document
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │line 26 of the document
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │line 27 of the document
                                                                                          │line 28 of the document
                                                                                          │line 29 of the document
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│line 30 of the document
          Count Kind         Cause                 Subtype                  SMTP    Resend│line 31 of the document
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │line 32 of the document
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │line 33 of the document
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │line 34 of the document
             12 ✗ refused    throttled                                              yes   │line 35 of the document
              1 ! complaint  Complaint             abuse                            no    │line 36 of the document
                                                                                          │line 37 of the document
                                                                                          │line 38 of the document
                                                                                          │line 39 of the document
      To do   There is no such user at this domain (5.1.1): take the address off the list,│line 40 of the document
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  ↑↓ scroll  Esc back  e export  : actions  z zoom
      """#,
    "form 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History







                                                   ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
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
      """#,
    "form wrong 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ New campaign ━━━━━━━━━━━ step 1 of 2 ━
       Name        what the ca… a name is ne…
       Channel     ‹ email ›
       Recipients  CSV file wi… a CSV file i…
       From        Name <sende… a sen more ↓
       Nothing is sent before you have seen
       the exact count and confirmed it.

      F3 count  Tab next field  Enter next
      """#,
    "form wrong 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History







                                                   ━ New campaign ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ step 1 of 2 ━
                                                    Name        what the campaign is called                                                     a name is needed
                                                    Channel     ‹ email ›
                                                    Recipients  CSV file with a column email or phone                                       a CSV file is needed
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
    "cancel 200x50": #"""
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
                                                                    ┏━ Cancel “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    ✓ delivered      1 09:05:28
                                                                    ┃ 780 not yet sent (at 09:05:44) will never be sent. This cannot be        ┃    ✓ delivered      1 09:05:27
                                                                    ┃ undone.                                                                  ┃    ✓ delivered      1 09:05:26
                                                                    ┃ It goes on sending until you confirm. Esc, then p, stops it at once.     ┃    ✓ delivered      1 09:05:25
                                                                    ┃ 5 in flight (at 09:05:44) will finish.                                   ┃    ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ──────────────────────┃                                                                          ┃    ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead             ┃ Type 780:                                                                ┃    ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over       ┃                                                                          ┃    ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044┃ Enter do it when typed  Esc back                                         ┃────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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


      """#,
    "redrive all 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Redrive 2 dead letters ━━━ ↓↑ +3 ━┓━
       ┃ 100 recipients not yet accepted    ┃
      *┃ will be tried again; the others    ┃…
      *┃ Type 100:                          ┃…
       ┃                                    ┃
      R┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "redrive all 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 2 marked: 100 recipients · 1/2 ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│  Letter     Campaign                      Batch Rcv    Age Recipients Reason
       여름 세일 안내                    → sending    60%      2,000      36      –      –│* dl-1000    Contract reminder              1700   3  2h05m         50 the call to SES timed out after 30 s three …
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │* dl-1001    전자서명 요청 — 2분기 계약…    1701   3  2h06m         50 the call to SES timed out after 30 s three …
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
                                                                    ┏━ Redrive 2 dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                                                                    ┃ 100 recipients not yet accepted will be tried again; the others are not  ┃
                                                                    ┃ sent to twice.                                                           ┃
                                                                    ┃ batch 1700 of “Contract reminder” and 1 more                             ┃
      ─ Batches of “여름 세일 안내” · sending ──────────────────────┃                                                                          ┃
      Batches  3 pending · 13 queued · 24 done · 0 dead             ┃ Type 100:                                                                ┃
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over       ┃                                                                          ┃
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044┃ Enter do it when typed  Esc back                                         ┃
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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
                                                                                          │Reason  the call to SES timed out after 30 s three times; 서버가 응답하지 않았습니다 (eu-west-1)
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │


      """#,
    "discard all 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 2 marked: 100 recipients · 1/2 ━
        Letter     Campaign           Batch Rcv    Age Recipients Reason
      * dl-1000    Contract remind…    1700   3  2h05m         50 the call to SES tim…
      * dl-1001    전자서명 요청 —…    1701   3  2h06m         50 the call to SES tim…
        ┏━ Discard 2 dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 100 recipients in them get no further try: who was not tried is          ┃
        ┃ cancelled, for good;                                                     ┃
        ┃ who was refused stays refused, and R can still resend to them.           ┃
        ┃ batch 1700 of “Contract reminder” and 1 more                             ┃
        ┃                                                                          ┃
        ┃ Type 100:                                                                ┃
        ┃                                                                          ┃
        ┃ Enter do it when typed  Esc back                                         ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)




      """#,
    "discard all 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Discard 2 dead letters ━━━ ↓↑ +5 ━┓━
       ┃ 100 recipients in them get no      ┃
      *┃ further try: who was not tried is  ┃…
      *┃ Type 100:                          ┃…
       ┃                                    ┃
      R┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "discard all 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 2 marked: 100 recipients · 1/2 ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│  Letter     Campaign                      Batch Rcv    Age Recipients Reason
       여름 세일 안내                    → sending    60%      2,000      36      –      –│* dl-1000    Contract reminder              1700   3  2h05m         50 the call to SES timed out after 30 s three …
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │* dl-1001    전자서명 요청 — 2분기 계약…    1701   3  2h06m         50 the call to SES timed out after 30 s three …
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
                                                                    ┏━ Discard 2 dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                                                                    ┃ 100 recipients in them get no further try: who was not tried is          ┃
                                                                    ┃ cancelled, for good;                                                     ┃
                                                                    ┃ who was refused stays refused, and R can still resend to them.           ┃
                                                                    ┃ batch 1700 of “Contract reminder” and 1 more                             ┃
      ─ Batches of “여름 세일 안내” · sending ──────────────────────┃                                                                          ┃
      Batches  3 pending · 13 queued · 24 done · 0 dead             ┃ Type 100:                                                                ┃
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over       ┃                                                                          ┃
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044┃ Enter do it when typed  Esc back                                         ┃
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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
                                                                                          │Reason  the call to SES timed out after 30 s three times; 서버가 응답하지 않았습니다 (eu-west-1)
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │


      """#,
    "resend 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Resend in “여름 세일 안내” ↓↑ +6 ━┓━
       ┃ 20 messages (all that may be       ┃t
       ┃ resent) will be sent once more.    ┃–
       ┃ Type 20:                           ┃
       ┃                                    ┃
       ┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "resend 200x50": #"""
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
                                                                         ┏━ Resend in “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓         ✓ delivered      1 09:05:28
                                                                         ┃ 20 messages (all that may be resent) will be sent once more.   ┃rg       ✓ delivered      1 09:05:27
                                                                         ┃ kim@example.com, lee@example.com, park@example.com and 17 more ┃         ✓ delivered      1 09:05:26
                                                                         ┃ 15 left alone: its campaign was cancelled                      ┃         ✓ delivered      1 09:05:25
                                                                         ┃ Esc, then W, lists what is left alone.                         ┃         ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ───────────────────────────┃                                                                ┃         ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead                  ┃ Type 20:                                                       ┃         ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over            ┃                                                                ┃rg       ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 deli┃ Enter do it when typed  Esc back                               ┃─────────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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


      """#,
    "settle 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Settle 1 uncertain message ━━━━━━━┓━
       ┃ 이서연13@한국.kr                   ┃
       ┃ The call broke off: nobody knows … ┃
       ┃ t    sent: nothing more goes out   ┃
       ┃ o    not sent: send it once more   ┃
       ┃ Esc  decide later: stays uncertain ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "settle 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 13/2,000 · more ↓ ━
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
                                                                         ┏━ Settle 1 uncertain message ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓rg       ✓ delivered      1 09:05:27
                                                                         ┃ 이서연13@한국.kr                                               ┃         ✓ delivered      1 09:05:26
                                                                         ┃ The call broke off: nobody knows whether the provider took it. ┃         ✓ delivered      1 09:05:25
                                                                         ┃ A late event settles it by itself.                             ┃         ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ───────────────────────────┃ t    sent: nothing more goes out                               ┃         ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead                  ┃ o    not sent: send it once more                               ┃         ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over            ┃ Esc  decide later: stays uncertain                             ┃rg       ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 deli┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛─────────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │? uncertain  이서연13@한국.kr  2 attempts
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │To do   Nobody knows whether the provider took it: wait for its event, or settle it with u.
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │Subject 이서연님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │From    “여름 세일 안내” · provider id none yet
                                                                                          │2026-11-20 UTC+9
                                                                                          │08:05:44.120          → claimed  by sendboard
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│08:05:45.120      +1s ↑ accepted  by sendboard
          Count Kind         Cause                 Subtype                  SMTP    Resend│08:05:46.120      +1s ↑ Send
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │08:05:54.120      +8s ~ DeliveryDelay  delay MailboxFull 4.2.2
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │               smtp; 452 4.2.2 mailbox full
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │               → The mailbox is full and SES keeps trying: nothing to do yet, the mail is still under way.
             12 ✗ refused    throttled                                              yes   │09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
              1 ! complaint  Complaint             abuse                            no    │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │               → The mailbox is full: resend in a few days, or reach the recipient another way.
                                                                                          │2026-11-21 UTC+9
                                                                                          │08:55:44.120  +23h51m   resent  by operator
      To do   There is no such user at this domain (5.1.1): take the address off the list,│attempt 2
              or correct it.                                                              │08:55:54.120     +10s → claimed  by sendboard
                                                                                          │08:55:55.120      +1s ↑ accepted  by sendboard


      """#,
    "take for sent 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 13/2,000 · more ↓ ━
        Address                  Status         Try Updated  Reason
        이서연1@한국.kr          ✓ delivered      1 09:05:43
        park.jiho2@mail.example… ✓ delivered      1 09:05:42
        o'brien3@example.com     ✓ delivered      1 09:05:41
        choi+news4@한국.kr       ✓ delivered      1 09:05:40
        ┏━ Take 1 uncertain message for sent ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ 이서연13@한국.kr                                                         ┃
        ┃ Who did not get it will not get it, unless you take the word back with   ┃…
        ┃ u.                                                                       ┃
        ┃                                                                          ┃
        ┃ y yes, do it  n no  Esc back                                             ┃o…
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        kim.minji12@example.com  ✓ delivered      1 09:05:32
        이서연13@한국.kr         ? uncertain      1 09:05:31
        park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ delivered      1 09:05:29
        choi+news16@한국.kr      ✓ delivered      1 09:05:28
        nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27


      """#,
    "take for sent 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Take 1 uncertain message for sen…━┓━
       ┃ 이서연13@한국.kr                   ┃
       ┃ Who did not get it will not get    ┃
       ┃ it, unless you take the word back  ┃
       ┃ with u.                            ┃
       ┃ y yes, do it  n no  Esc back       ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "drop all 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 Histo…
      ━ Quarantine ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 3 marked · 1/3 ━
             Id Came                 Bytes What is wrong         Begins
      *      17 2026-11-21 09:04        48 broken JSON: an esca… {"eventType":"B\ounc…
      *      12 2026-11-21 07:05 2,400,000 the JSON has neither… {"hello":"세계"}
      *       3 2026-11-16 17:59     1,810 it names no recipien… {"eventType":"Open"}

        ┏━ Drop 3 quarantined documents ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
        ┃ The content is lost for good; sendboard quarantine export keeps a copy. ┃
        ┃                                                                         ┃
        ┃ Type 3:                                                                 ┃
        ┃                                                                         ┃
        ┃ Enter do it when typed  Esc back                                        ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      Reason  broken JSON: an escape is not valid, at byte 12
      Begins  {"eventType":"B\ounce"\xFF\xFE






      """#,
    "drop all 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Drop 3 quarantined documen ↓↑ +1 ━┓━
       ┃ The content is lost for good;      ┃g
      *┃ sendboard quarantine export keeps  ┃…
      *┃ Type 3:                            ┃…
      *┃                                    ┃…
       ┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "drop all 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Quarantine ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 3 marked · 1/3 ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│       Id Came                 Bytes What is wrong                          Begins
       여름 세일 안내                    → sending    60%      2,000      36      –      –│*      17 2026-11-21 09:04        48 broken JSON: an escape is not valid, … {"eventType":"B\ounce"\xFF\xFE
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │*      12 2026-11-21 07:05 2,400,000 the JSON has neither eventType nor no… {"hello":"세계"}
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │*       3 2026-11-16 17:59     1,810 it names no recipient, and its tags n… {"eventType":"Open"}
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
                                                                    ┏━ Drop 3 quarantined documents ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                                                                    ┃ The content is lost for good; sendboard quarantine export keeps a copy. ┃
                                                                    ┃                                                                         ┃
      ─ Batches of “여름 세일 안내” · sending ──────────────────────┃ Type 3:                                                                 ┃
      Batches  3 pending · 13 queued · 24 done · 0 dead             ┃                                                                         ┃
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over       ┃ Enter do it when typed  Esc back                                        ┃
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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
                                                                                          │Reason  broken JSON: an escape is not valid, at byte 12
                                                                                          │Begins  {"eventType":"B\ounce"\xFF\xFE
                                                                                          │
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │


      """#,
    "put back 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letters ━━━━━━━━━━━━ 1/2 · 3 events never stored: E · 2: 100 recipients ━
        Letter     Campaign           Batch Rcv    Age Recipients Reason
        dl-1000    Contract remind…    1700   3  2h05m         50 the call to SES tim…
        dl-1001    전자서명 요청 —…    1701   3  2h06m         50 the call to SES tim…

                    ┏━ Put 3 events back on the event queue ━━━━━━━━━━┓
                    ┃ What is not stored is missing in the timelines. ┃
                    ┃ Nothing is sent to anybody by this.             ┃
                    ┃                                                 ┃
                    ┃ Type 3:                                         ┃
                    ┃                                                 ┃
                    ┃ Enter do it when typed  Esc back                ┃
                    ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)




      """#,
    "put back 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Put 3 events back on the e ↓↑ +2 ━┓━
       ┃ What is not stored is missing in   ┃
       ┃ the timelines.                     ┃…
       ┃ Type 3:                            ┃…
       ┃                                    ┃
      R┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "quit asks 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Quit while a send is under ↓↑ +1 ━┓━
       ┃ 5 in flight (at 09:05:44) finish   ┃t
       ┃ first.                             ┃–
       ┃ What waits stays on disk and goes  ┃
       ┃ on when Sendboard runs again;      ┃
       ┃ y yes, do it  n no  Esc back       ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "quit asks 200x50": #"""
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
                                                                    ┏━ Quit while a send is under way ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    ✓ delivered      1 09:05:26
                                                                    ┃ 5 in flight (at 09:05:44) finish first.                                  ┃    ✓ delivered      1 09:05:25
                                                                    ┃ What waits stays on disk and goes on when Sendboard runs again; nobody   ┃    ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ──────────────────────┃ is sent to twice.                                                        ┃    ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead             ┃                                                                          ┃    ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over       ┃ y yes, do it  n no  Esc back                                             ┃    ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛────────────────────────────────────────── 9 events · more ↓ ─
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


      """#,
    "help 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ more ↓ ━┓─────────────────────── 1/2,000 · more ↓ ─
       Campaign                          State ┃ In Campaigns                                                                                                      ┃ry Updated  Reason
       여름 세일 안내                    → send┃   Enter        messages                                                                                           ┃ 1 09:05:43
       Contract reminder                 ! 2 de┃   b            batches                                                                                            ┃ 1 09:05:42
       전자서명 요청 — 2분기 계약서 (고… ! paus┃   n            new                                                                                                ┃ 1 09:05:41
                                               ┃   p            pause                                                                                              ┃ 1 09:05:40
                                               ┃   r            resume                                                                                             ┃ 1 09:05:39
                                               ┃   x            cancel                                                                                             ┃ 1 09:05:38
                                               ┃   R            resend failed                                                                                      ┃ 1 09:05:37 452 4.2.2 받은편지함이 가득 …
                                               ┃   /            filter                                                                                             ┃ 1 09:05:36
                                               ┃   t            start time                                                                                         ┃ 1 09:05:35
                                               ┃   < >          sort by column                                                                                     ┃ 1 09:05:34 550 5.1.1 The email account t…
                                               ┃   I            other way round                                                                                    ┃ 1 09:05:33
                                               ┃                                                                                                                   ┃ 1 09:05:32
                                               ┃ Everywhere                                                                                                        ┃ 1 09:05:31
                                               ┃   1 … 4        Campaigns, Messages, Failures, Dead letters                                                        ┃ 1 09:05:30 452 4.2.2 받은편지함이 가득 …
                                               ┃   5 … 8        Find, Log, Quarantine, History                                                                     ┃ 1 09:05:29
                                               ┃   Tab ⇧Tab     next pane, pane before                                                                             ┃ 1 09:05:28
                                               ┃   ↑↓ j k       up, down; PgUp PgDn Ctrl-B Ctrl-F by pages                                                         ┃ 1 09:05:27
                                               ┃   g G          first, last; also Home, End                                                                        ┃ 1 09:05:26
                                               ┃   Enter l      open what is under the cursor                                                                      ┃ 1 09:05:25
                                               ┃   Esc          close, take a filter or notice away, back                                                          ┃ 1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ─┃   :            look for an action, a pane or a campaign                                                           ┃ 1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done ┃   f            find a message by anything you know of it                                                          ┃ 1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,0┃   B            single batches                                                                                     ┃ 1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted ┃   a            activity: graphs of rates and queues                                                               ┃────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounc┃   n            new campaign from a CSV file                                                                       ┃
      So far  1,145 delivered  100 opened  20 c┃   p r x        pause, resume, cancel the campaign                                                                 ┃
      Subject  {{name}}님, 여름 세일이 시작됩니┃   R            resend what is marked, or the row, where it may be                                                 ┃
      from recipients.csv · by hyeonjun · 2026-┃   W            what may not be resent, and why                                                                    ┃
                                               ┃   N            send nothing more to whom is marked, or the row                                                    ┃
                                               ┃   X            addresses that nothing is sent to                                                                  ┃
      ─ Failures of “여름 세일 안내” ──────────┃   U            the uncertain messages, to settle them                                                             ┃
          Count Kind         Cause             ┃   e            write what is marked, or the row, to a file                                                        ┃
          1,515 ✗ hard       Permanent         ┃   y            copy what is marked, or the row, to the terminal                                                   ┃
            398 ✗ suppressed Permanent         ┃   o            open a link of the configuration for a message                                                     ┃yet, the mail is still under way.
             20 ✗ soft       Transient         ┃   w            what is under way: how far it is; stop, pause                                                      ┃
             12 ✗ refused    throttled         ┃   z            one pane over the whole screen, and back                                                           ┃
              1 ! complaint  Complaint         ┃   Ctrl-L F5    read everything anew                                                                               ┃recipient another way.
                                               ┃   L F2         another language                                                                                   ┃
                                               ┃   ? F1         help                                                                                               ┃
                                               ┃   q Ctrl-C     quit; what is in flight finishes first                                                             ┃
      To do   There is no such user at this dom┃                                                                                                                   ┃
              or correct it.                   ┃ The header                                                                                                        ┃
                                               ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc close  ↑↓ scroll
      """#,
    "help end 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ more ↑ ━┓
      ┃   uncertain    the call broke off: settle it; what is assumed can be taken   ┃
      ┃                back                                                          ┃
      ┃   quarantine   events nobody could read: sendboard quarantine                ┃
      ┃                                                                              ┃
      ┃ Columns                                                                      ┃
      ┃   Handed over  taken by the provider: 100% only when all were; -7: finished, ┃
      ┃                and 7 were not                                                ┃
      ┃   Failed       without uncertain ones and those about to be tried again      ┃
      ┃   Rate/s Left  of the last 30 seconds; – until they are known                ┃
      ┃   Rcv          how often the queue gave the batch to a worker                ┃
      ┃                                                                              ┃
      ┃ Signs                                                                        ┃
      ┃   ✓ ✗ ?        arrived, failed, uncertain                                    ┃
      ┃   · → ↑ ~      queued, sending, accepted, delayed                            ┃
      ┃   ! -          complained or wants you, cancelled                            ┃
      ┃   •            new, or its state, failed, dead or uncertain changed since    ┃
      ┃                you were on it or left the list                               ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc close  ↑↓ scroll
      """#,
    "help end 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━ more ↑ ━┓
      ┃   •            new, or its state,    ┃
      ┃                failed, dead or       ┃
      ┃                uncertain changed     ┃
      ┃                since you were on it  ┃
      ┃                or left the list      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Esc close  ↑↓ scroll
      """#,
    "palette 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ ┏━ look for an action, a pane or a campaign ━━━━━━━━━━━━━━━━━ 64 · more ↓ ━┓ ━
       C┃                                                                          ┃ft
        ┃ Enter     messages                                             Campaigns ┃ –
       C┃ b         batches                                              Campaigns ┃
        ┃ n         new campaign from a CSV file                         Campaigns ┃
        ┃ p         pause the campaign                                   Campaigns ┃
        ┃ r         resume the campaign                                  Campaigns ┃
        ┃ x         cancel the campaign                                  Campaigns ┃
        ┃ R         resend failed                                        Campaigns ┃
        ┃ /         filter                                               Campaigns ┃
        ┃ <         sort by the column before                            Campaigns ┃
      ─ ┃ >         sort by the next column                              Campaigns ┃ ─
      Ba┃ I         other way round                                      Campaigns ┃
      Me┃ g         first                                               Everywhere ┃
      · ┃ G         last                                                Everywhere ┃
      ✓ ┃ f         find a message by anything you know of it           Everywhere ┃
      So┃ B         single batches                                      Everywhere ┃%
      Su┃ a         activity: graphs of rates and queues                Everywhere ┃
      fr┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Enter do it  Esc leave it  ↑↓ choose
      """#,
    "palette 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ┏━ look for an action, a pane or a ca…━┓
      ┃                                      ┃
      ┃ Enter     messages         Campaigns ┃
      ┃ b         batches          Campaigns ┃
      ┃ n         new campaign from a CSV f… ┃
      ┃ p         pause the campaign         ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Enter do it  Esc leave it  ↑↓ choose
      """#,
    "palette 200x50": #"""
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
                                                                    ┏━ look for an action, a pane or a campaign ━━━━━━━━━━━━━━━━━ 64 · more ↓ ━┓    ✗ hardBounced    1 09:05:34 550 5.1.1 The email account t…
                                                                    ┃                                                                          ┃    ✓ delivered      1 09:05:33
                                                                    ┃ Enter     messages                                             Campaigns ┃    ✓ delivered      1 09:05:32
                                                                    ┃ b         batches                                              Campaigns ┃    ? uncertain      1 09:05:31
                                                                    ┃ n         new campaign from a CSV file                         Campaigns ┃    ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 가득 …
                                                                    ┃ p         pause the campaign                                   Campaigns ┃    ✓ delivered      1 09:05:29
                                                                    ┃ r         resume the campaign                                  Campaigns ┃    ✓ delivered      1 09:05:28
                                                                    ┃ x         cancel the campaign                                  Campaigns ┃    ✓ delivered      1 09:05:27
                                                                    ┃ R         resend failed                                        Campaigns ┃    ✓ delivered      1 09:05:26
                                                                    ┃ /         filter                                               Campaigns ┃    ✓ delivered      1 09:05:25
                                                                    ┃ <         sort by the column before                            Campaigns ┃    ✗ hardBounced    1 09:05:24 550 5.1.1 The email account t…
      ─ Batches of “여름 세일 안내” · sending ──────────────────────┃ >         sort by the next column                              Campaigns ┃    ✗ softBounced    1 09:05:23 452 4.2.2 받은편지함이 가득 …
      Batches  3 pending · 13 queued · 24 done · 0 dead             ┃ I         other way round                                      Campaigns ┃    ✓ delivered      1 09:05:22
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over       ┃ g         first                                               Everywhere ┃    ✓ delivered      1 09:05:21
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044┃ G         last                                                Everywhere ┃────────────────────────────────────────── 9 events · more ↓ ─
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced ┃ f         find a message by anything you know of it           Everywhere ┃
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23% ┃ B         single batches                                      Everywhere ┃
      Subject  {{name}}님, 여름 세일이 시작됩니다                   ┃ a         activity: graphs of rates and queues                Everywhere ┃
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, ┃ W         what may not be resent, and why                     Everywhere ┃
                                                                    ┃ X         addresses that nothing is sent to                   Everywhere ┃
                                                                    ┃ U         the uncertain messages, to settle them              Everywhere ┃
      ─ Failures of “여름 세일 안내” ───────────────────────────────┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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

      Enter do it  Esc leave it  ↑↓ choose
      """#,
    "palette narrowed 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ ┏━ look for an action, a pane or a campaign ━━━━━━━━━━━━━━━━━ 28 · more ↓ ━┓ ━
       C┃ re                                                                       ┃ft
        ┃ r         resume the campaign                                  Campaigns ┃ –
       C┃ R         resend failed                                        Campaigns ┃
        ┃ <         sort by the column before                            Campaigns ┃
        ┃ W         what may not be resent, and why                     Everywhere ┃
        ┃ X         addresses that nothing is sent to                   Everywhere ┃
        ┃ z         one pane over the whole screen, and back            Everywhere ┃
        ┃ Ctrl-L    read everything anew                                Everywhere ┃
        ┃ 3         Failures                                                       ┃
        ┃ A         all to this address                                   Messages ┃
      ─ ┃ d         redrive                                           Dead letters ┃ ─
      Ba┃ s         redrive at a rate                                 Dead letters ┃
      Me┃ v         recovered too                                     Dead letters ┃
      · ┃ A         all to this address                                       Find ┃
      ✓ ┃           Contract reminder                                   campaign 2 ┃
      So┃ I         other way round                                      Campaigns ┃%
      Su┃ g         first                                               Everywhere ┃
      fr┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Enter do it  Esc leave it  ↑↓ choose
      """#,
    "palette narrowed 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ┏━ look for an action, a pane or a ca…━┓
      ┃ re                                   ┃
      ┃ r         resume the campaign        ┃
      ┃ R         resend failed    Campaigns ┃
      ┃ <         sort by the column before  ┃
      ┃ W         what may not be resent, a… ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      Enter do it  Esc leave it  ↑↓ choose
      """#,
    "zoomed 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ z zooms back · 1/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0















      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#,
    "zoomed 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━ z zooms back · 1/3 ━
       Campaign        State          %   Left
       여름 세일 안내  → sending    60%      –
       Contract remin… ! 2 dead    -102
       전자서명 요청 … ! paused      0%



      q quit  Enter messages  … ? all keys
      """#,
    "zoomed 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ z zooms back · 1/3 ━
       Campaign                                                                                                                                  State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내                                                                                                                            → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder                                                                                                                         ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — 2분기 계약서 (고객사 전체)                                                                                                ! paused    ░░░░░░░░░░░   0%        350       0









































      ? help  q quit  Enter messages  b batches  n new  p pause  r resume  x cancel  R resend failed  / filter  < > sort by column  I other way round  : actions  z zoom
      """#,
    "sorted 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2/3 ━
       Campaign         State       Handed over    % Recipients▼  Failed Rate/s   Left
       Contract remind… ! 2 dead    ██████████▉ -102     100,000   1,898
       여름 세일 안내   → sending   ██████▋░░░░  60%       2,000      36      –      –
       전자서명 요청 —… ! paused    ░░░░░░░░░░░   0%         350       0






      ─ Batches of “여름 세일 안내” · sending ─────────────────────────── 40 batches ─
      Batches  3 pending · 13 queued · 24 done · 0 dead
      Messages ███████▉░░░░░  60% 1,215 of 2,000 handed over
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%
      Subject  {{name}}님, 여름 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3

      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#,
    "sorted 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━ 2/3 ━
       Campaign   State          % Recipients▼
       Contract … ! 2 dead    -102     100,000
       여름 세일… → sending    60%       2,000
       전자서명 … ! paused      0%         350



      q quit  Enter messages  … ? all keys
      """#,
    "sorted 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2/3 ━│─ Messages of “여름 세일 안내” ───────────────────────────────────────────────────────────────── 1/2,000 · more ↓ ─
       Campaign                         State          % Recipients▼  Failed Rate/s   Left│        Id Address                                       Status         Try Updated  Reason
       Contract reminder                ! 2 dead    -102     100,000   1,898              │         1 이서연1@한국.kr                               ✓ delivered      1 09:05:43
       여름 세일 안내                   → sending    60%       2,000      36      –      –│         2 park.jiho2@mail.example.org                   ✓ delivered      1 09:05:42
       전자서명 요청 — 2분기 계약서 (…  ! paused      0%         350       0              │         3 o'brien3@example.com                          ✓ delivered      1 09:05:41
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
      """#,
  ]
}
