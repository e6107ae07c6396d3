// swift-format-ignore-file
// The screens are as wide as they are.

extension EnglishScreens {
  /// What failed is seen, written to files, and put right.
  static let putRight: [String: String] = [
    "letter 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letter dl-1000 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 63 bytes · more ↓ ━
      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)
      batch 1700 of “Contract reminder”
      queued 2026-11-21 07:00, 2h05m ago · received 3 times
      50 recipients not yet accepted: a redrive sends to nobody else

      Body
      sendboard/1 store=teststore campaign=2 batch=1700 channel=email

      Its recipients: 50
      ✓ delivered    이서연1@한국.kr
      ✓ delivered    park.jiho2@mail.example.org
      ✓ delivered    o'brien3@example.com
      ✓ delivered    choi+news4@한국.kr
      ✓ delivered    nguyen.thi.thu.trang5@mail.example.org
      ✓ delivered    kim.minji6@example.com
      ✗ softBounced  이서연7@한국.kr · smtp; 452 4.2.2 받은편지함이 가득 찼습니다
                     (mailbox full)

      q quit  ↑↓ scroll  Esc back  e export  m messages of its campaign  … ? all keys
      """#,
    "letter 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Dead letter dl-1000 ━━━━━━━━━ more ↓ ━
      Reason  the call to SES timed out after
              30 s three times; 서버가
              응답하지 않았습니다 (eu-west-1)
      batch 1700 of “Contract reminder”
      queued 2026-11-21 07:00, 2h05m ago ·
      received 3 times

      q quit  ↑↓ scroll  … ? all keys
      """#,
    "letter 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Dead letter dl-1000 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 63 bytes · more ↓ ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│Reason  the call to SES timed out after 30 s three times; 서버가 응답하지 않았습니다 (eu-west-1)
       여름 세일 안내                    → sending    60%      2,000      36      –      –│batch 1700 of “Contract reminder”
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │queued 2026-11-21 07:00, 2h05m ago · received 3 times
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │50 recipients not yet accepted: a redrive sends to nobody else
                                                                                          │
                                                                                          │Body
                                                                                          │sendboard/1 store=teststore campaign=2 batch=1700 channel=email
                                                                                          │
                                                                                          │Its recipients: 50
                                                                                          │✓ delivered    이서연1@한국.kr
                                                                                          │✓ delivered    park.jiho2@mail.example.org
                                                                                          │✓ delivered    o'brien3@example.com
                                                                                          │✓ delivered    choi+news4@한국.kr
                                                                                          │✓ delivered    nguyen.thi.thu.trang5@mail.example.org
                                                                                          │✓ delivered    kim.minji6@example.com
                                                                                          │✗ softBounced  이서연7@한국.kr · smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │✓ delivered    park.jiho8@mail.example.org
                                                                                          │✓ delivered    o'brien9@example.com
                                                                                          │✗ hardBounced  choi+news10@한국.kr · smtp; 550 5.1.1 The email account that you tried to reach does not exist
                                                                                          │✓ delivered    nguyen.thi.thu.trang11@mail.example.org
                                                                                          │✓ delivered    kim.minji12@example.com
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│? uncertain    이서연13@한국.kr
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │✗ softBounced  park.jiho14@mail.example.org · smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │✓ delivered    o'brien15@example.com
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │✓ delivered    choi+news16@한국.kr
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │✓ delivered    nguyen.thi.thu.trang17@mail.example.org
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │✓ delivered    kim.minji18@example.com
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │✓ delivered    이서연19@한국.kr
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │✗ hardBounced  park.jiho20@mail.example.org · smtp; 550 5.1.1 The email account that you tried to reach does not
                                                                                          │               exist
                                                                                          │✗ softBounced  o'brien21@example.com · smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│✓ delivered    choi+news22@한국.kr
          Count Kind         Cause                 Subtype                  SMTP    Resend│✓ delivered    nguyen.thi.thu.trang23@mail.example.org
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │✓ delivered    kim.minji24@example.com
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │✓ delivered    이서연25@한국.kr
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │? uncertain    park.jiho26@mail.example.org
             12 ✗ refused    throttled                                              yes   │✓ delivered    o'brien27@example.com
              1 ! complaint  Complaint             abuse                            no    │✗ softBounced  choi+news28@한국.kr · smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │✓ delivered    nguyen.thi.thu.trang29@mail.example.org
                                                                                          │✗ hardBounced  kim.minji30@example.com · smtp; 550 5.1.1 The email account that you tried to reach does not exist
                                                                                          │✓ delivered    이서연31@한국.kr
      To do   There is no such user at this domain (5.1.1): take the address off the list,│✓ delivered    park.jiho32@mail.example.org
              or correct it.                                                              │✓ delivered    o'brien33@example.com
                                                                                          │✓ delivered    choi+news34@한국.kr

      ? help  q quit  ↑↓ scroll  Esc back  e export  m messages of its campaign  : actions  z zoom
      """#,
    "recovered 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letters ━━━━━━━━━━━━━━━━━━━ 2/3 · 1 recovered shown · 3: 100 recipients ━
        Letter     Campaign           Batch Rcv    Age Recipients Reason
        dl-1000    Contract remind…    1700   3  2h05m         50 the call to SES tim…
        dl-1001    전자서명 요청 —…    1701   3  2h06m         50 recovered: its batc…
        dl-1002    Contract remind…    1702   3  2h07m         50 the call to SES tim…










      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)
      State   recovered: its batch is on its way again, or done


      q quit  Space mark  * all or none  d redrive  D discard  … ? all keys
      """#,
    "redrive at a rate 80x24": #"""
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
        ┃ At most 2 a second, 10 together: 0s at least. w shows it, pauses it and  ┃
        ┃ stops it.                                                                ┃
        ┃ batch 1700 of “Contract reminder” and 1 more                             ┃
        ┃                                                                          ┃
        ┃ Type 100:                                                                ┃
        ┃                                                                          ┃
        ┃ Enter do it when typed  Esc back                                         ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)




      """#,
    "redrive at a rate 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Redrive 2 dead letters ━━━ ↓↑ +6 ━┓━
       ┃ 100 recipients not yet accepted    ┃
      *┃ will be tried again; the others    ┃…
      *┃ Type 100:                          ┃…
       ┃                                    ┃
      R┃ Enter do it when typed  Esc back   ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "under way 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  [4 Dead letters]  5 Find  6 Log  7 Quaran…
      ━ Dead letters ━━━━━━━━━━━━━━━━━━━━━━━━━━━━ all 2 marked: 100 recipients · 1/2 ━
        Letter     Campaign           Batch Rcv    Age Recipients Reason
      * dl-1000    Contract remind…    1700   3  2h05m         50 the call to SES tim…
      * dl-1001    전자서명 요청 —…    1701   3  2h06m         50 the call to SES tim…


                      ┏━ Under way ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                      ┃ redrive 2 dead letters                       ┃
                      ┃ 1 of 2 · 3s                                  ┃
                      ┃ ██████████████████████░░░░░░░░░░░░░░░░░░░░░░ ┃
                      ┃                                              ┃
                      ┃ s stop it  p pause  Esc goes on; w           ┃
                      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      Reason  the call to SES timed out after 30 s three times; 서버가 응답하지
              않았습니다 (eu-west-1)


      … redrive 2 dead letters: 1 of 2, 3s

      """#,
    "under way 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Under way ━━━━━━━━━━━━━━━━━━━━━━━━┓━
       ┃ redrive 2 dead letters             ┃
      *┃ 1 of 2 · 3s                        ┃…
      *┃ █████████████████░░░░░░░░░░░░░░░░░ ┃…
       ┃                                    ┃
      R┃ s stop it  p pause  Esc goes on; w ┃
       ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      … redrive 2 dead letters: 1 of 2, 3s

      """#,
    "export 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” ━━━━━━━━━━━━━━━ all 2,000 in this filter marked ━
        Address                  Status         Try Updated  Reason
      * 이서연1@한국.kr          ✓ delivered      1 09:05:43
      * park.jiho2@mail.example… ✓ delivered      1 09:05:42
      * o'brien3@example.com     ✓ delivered      1 09:05:41
      * choi+news4@한국.kr       ✓ delivered      1 09:05:40
      * nguyen.thi.thu.trang5@m… ✓ delivered      1 09:05:39
      * kim.minji6@example.com   ✓ delivered      1 09:05:38
      * 이서연7@한국.kr          ✗ softBounced    1 09:05:37 452 4.2.2 받은편지함이 …
      * park.jiho8@mail.example… ✓ delivered      1 09:05:36
      * o'brien9@example.com     ✓ delivered      1 09:05:35
      * choi+news10@한국.kr      ✗ hardBounced    1 09:05:34 550 5.1.1 The email acco…
      * nguyen.thi.thu.trang11@… ✓ delivered      1 09:05:33
      * kim.minji12@example.com  ✓ delivered      1 09:05:32
      * 이서연13@한국.kr         ? uncertain      1 09:05:31
      * park.jiho14@mail.exampl… ✗ softBounced    1 09:05:30 452 4.2.2 받은편지함이 …
      * o'brien15@example.com    ✓ delivered      1 09:05:29
      * choi+news16@한국.kr      ✓ delivered      1 09:05:28
      * nguyen.thi.thu.trang17@… ✓ delivered      1 09:05:27
      export 2,000 messages to: 여름-세일-안내-20261121-0905.csv
      Enter export  Esc leave it  Ctrl-U empty
      """#,
    "export 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Messages of… ━━ all 2,000 in this f… ━
        Address                 Status
      * 이서연1@한국.kr         ✓ delivered
      * park.jiho2@mail.exampl… ✓ delivered
      * o'brien3@example.com    ✓ delivered
      * choi+news4@한국.kr      ✓ delivered
      * nguyen.thi.thu.trang5@… ✓ delivered
      export 2,000 messages to: ‹121-0905.csv
      Enter export  Esc leave it  Ctrl-U empty
      """#,
    "replace 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  [8 History]
      ━ History ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
      When             Who        Did       Campaign           Count Result
      2026-11-21 09:05 kim        resend    여름 세일 안내       120 skipped 15
      2026-11-21 08:55 lee        pause     여름 세일 안내         1 paused
      2026-11-21 07:59 kim        drop      –                      2 dropped
      2026-11-20 08:05 kim        send      전자서명 요청…   100,000 launched

                ┏━ Replace history-20261121-0905.csv ━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ There is such a file already; what is in it now is lost. ┃
                ┃                                                          ┃
                ┃ y yes, do it  n no  Esc back                             ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛



      Which  softBounced
      Result skipped 15




      """#,
    "log kept 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  5 Find  [6 Log]  7 Quaran…
      ━ Log ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 4 ━
      2026-11-21
      09:04:44 ✗ paused: the provider paused the account · campaign 3 “여름 세일 안내”
      08:55:44 ✗ 3 dead letters, 2 of them new
      2026-11-20
      08:07:24 · send (receive) works again
      08:05:44 ✗ send (receive): AWS wants fewer calls: try again in a minute (SQS
                 ReceiveMessage) · slow down












      ? help  q quit  ↑↓ scroll  Esc back  : actions  z zoom
      """#,
    "log kept 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Log ━━━━━━━━━━━━━━━━━━━━━ 4 · more ↓ ━
      2026-11-21
      09:04:44 ✗ paused: the provider paused
                 the account · campaign 3
                 “여름 세일 안내”
      08:55:44 ✗ 3 dead letters, 2 of them new
      2026-11-20

      q quit  ↑↓ scroll  … ? all keys
      """#,
    "log kept 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  5 Find  [6 Log]  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Log ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 4 ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│2026-11-21
       여름 세일 안내                    → sending    60%      2,000      36      –      –│09:04:44 ✗ paused: the provider paused the account · campaign 3 “여름 세일 안내”
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │08:55:44 ✗ 3 dead letters, 2 of them new
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │2026-11-20
                                                                                          │08:07:24 · send (receive) works again
                                                                                          │08:05:44 ✗ send (receive): AWS wants fewer calls: try again in a minute (SQS ReceiveMessage) · slow down
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
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  ↑↓ scroll  Esc back  : actions  z zoom
      """#,
    "failures by domain 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  [3 Failures]  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Failures of “여름 세일 안내” · Domain ━━━━━━━━━━━━━━━━━━━ 1/2 · 1,646 failed ━
          Count Domain                        Kinds
          1,600 @example.com                  ✗ hard 1,500  ✗ soft 100
             46 @한국.kr                      ✗ soft 20  ✗ hard 15  ✗ refused 11












      @example.com:  ✗ hard 1,500  ✗ soft 100



      q quit  Enter its messages  R resend these  … ? all keys
      """#,
    "failures by domain 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Failures of “여름 …” · Domain ━━ 1/2 ━
          Count Domain
          1,600 @example.com
             46 @한국.kr




      q quit  Enter its messages  … ? all keys
      """#,
    "failures by domain 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  [3 Failures]  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│─ Messages of “여름 세일 안내” ───────────────────────────────────────────────────────────────── 1/2,000 · more ↓ ─
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
      ━ Failures of “여름 세일 안내” · Domain ━━━━━━━━━━━━━━━━━━━━━━━ 1/2 · 1,646 failed ━│08:05:46.120      +1s ↑ Send
          Count Domain                          Kinds                                     │08:05:54.120      +8s ~ DeliveryDelay  delay MailboxFull 4.2.2
          1,600 @example.com                    ✗ hard 1,500  ✗ soft 100                  │               smtp; 452 4.2.2 mailbox full
             46 @한국.kr                        ✗ soft 20  ✗ hard 15  ✗ refused 11        │               → The mailbox is full and SES keeps trying: nothing to do yet, the mail is still under way.
                                                                                          │09:04:04.120  +58m10s ✗ Bounce  soft Transient/MailboxFull 4.2.2
                                                                                          │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │               → The mailbox is full: resend in a few days, or reach the recipient another way.
                                                                                          │2026-11-21 UTC+9
                                                                                          │08:55:44.120  +23h51m   resent  by operator
                                                                                          │attempt 2
      @example.com:  ✗ hard 1,500  ✗ soft 100                                             │08:55:54.120     +10s → claimed  by sendboard
                                                                                          │08:55:55.120      +1s ↑ accepted  by sendboard
                                                                                          │08:56:04.120      +9s ✗ Bounce  soft Transient/MailboxFull 4.2.2

      ? help  q quit  Enter its messages  R resend these  b by kind, domain, time  c this/all campaigns  e export  < > sort by column  I other way round  : actions  z zoom
      """#,
    "failures by hour 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  2 Messages  [3 Failures]  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Failures of “여름 세일 안내” · Hour ━━━━━━━━━━━━━━━━━━━━━━━ 1/3 · 297 failed ━
          Count Hour                          Kinds
            100 2026-11-21 09:00–10:00        ✗ hard 100
             99 2026-11-21 08:00–09:00        ✗ hard 99
             98 2026-11-21 07:00–08:00        ✗ hard 98











      2026-11-21 09:00–10:00:  ✗ hard 100



      q quit  Enter its messages  R resend these  … ? all keys
      """#,
    "uncertain 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of all campaigns · status uncertain ━━━━━━━━━━━━━━━━━━ 1/1 · more ↓ ━
        Campaign     Address                Status         Try Updated  Reason
        여름 세일 …  이서연13@한국.kr       ? uncertain      1 09:05:31
        여름 세일 …  park.jiho26@mail.exam… ? uncertain      1 09:05:18
        여름 세일 …  o'brien39@example.com  ? uncertain      1 09:05:05
        여름 세일 …  choi+news52@한국.kr    ? uncertain      1 09:04:52
        여름 세일 …  nguyen.thi.thu.trang6… ? uncertain      1 09:04:39
        여름 세일 …  kim.minji78@example.c… ? uncertain      1 09:04:26
        여름 세일 …  park.jiho104@mail.exa… ? uncertain      1 09:04:00
        여름 세일 …  o'brien117@example.com ? uncertain      1 09:03:47
        여름 세일 …  nguyen.thi.thu.trang1… ? uncertain      1 09:03:21
        여름 세일 …  kim.minji156@example.… ? uncertain      1 09:03:08
        여름 세일 …  이서연169@한국.kr      ? uncertain      1 09:02:55
        여름 세일 …  o'brien195@example.com ? uncertain      1 09:02:29
        여름 세일 …  choi+news208@한국.kr   ? uncertain      1 09:02:16
        여름 세일 …  nguyen.thi.thu.trang2… ? uncertain      1 09:02:03
        여름 세일 …  kim.minji234@example.… ? uncertain      1 09:01:50
        여름 세일 …  이서연247@한국.kr      ? uncertain      1 09:01:37
        여름 세일 …  choi+news286@한국.kr   ? uncertain      1 09:00:58

      q quit  Enter timeline  u settle uncertain  s status  / address  … ? all keys
      """#,
    "uncertain 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Messages of all c… · status … ━━ 1/1 ━
        Address                 Status
        이서연13@한국.kr        ? uncertain
        park.jiho26@mail.examp… ? uncertain
        o'brien39@example.com   ? uncertain
        choi+news52@한국.kr     ? uncertain
        nguyen.thi.thu.trang65… ? uncertain

      q quit  Enter timeline  … ? all keys
      """#,
    "edit 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 Histo…
      ━ Document 12 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 969 bytes · more ↓ ━
      Reason  the JSON has neither eventType nor notificationType, and is in no known
              envelope
      {"hello":"세계"}
      line 1 of┏━ Store the edited document 12 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      line 2 of┃ - {"hello":"세계"}                                         ┃
      line 3 of┃ + {"eventType":"세계"}                                     ┃
      line 4 of┃ It is stored as 1 event, and is in the quarantine no more. ┃
      line 5 of┃ Nothing is sent to anybody by this.                        ┃
      line 6 of┃                                                            ┃
      line 7 of┃ Type 1:                                                    ┃
      line 8 of┃                                                            ┃
      line 9 of┃ Enter do it when typed  Esc back                           ┃
      line 10 o┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
      line 11 of the document
      line 12 of the document
      line 13 of the document
      line 14 of the document
      line 15 of the document


      """#,
    "edit 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━┏━ Store the edited document  ↓↑ +4 ━┓━
      R┃ - {"hello":"세계"}                 ┃
       ┃ + {"eventType":"세계"}             ┃
       ┃ Type 1:                            ┃
      {┃                                    ┃
      l┃ Enter do it when typed  Esc back   ┃
      l┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛


      """#,
    "edit 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Document 12 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 969 bytes ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│Reason  the JSON has neither eventType nor notificationType, and is in no known envelope
       여름 세일 안내                    → sending    60%      2,000      36      –      –│{"hello":"세계"}
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
                                                                           ┏━ Store the edited document 12 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                                                                           ┃ - {"hello":"세계"}                                         ┃
                                                                           ┃ + {"eventType":"세계"}                                     ┃
                                                                           ┃ It is stored as 1 event, and is in the quarantine no more. ┃
                                                                           ┃ Nothing is sent to anybody by this.                        ┃
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────┃                                                            ┃
      Batches  3 pending · 13 queued · 24 done · 0 dead                    ┃ Type 1:                                                    ┃
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over              ┃                                                            ┃
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delive┃ Enter do it when typed  Esc back                           ┃
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 co┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
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


      """#,
  ]
}
