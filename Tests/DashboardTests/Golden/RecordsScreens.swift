// swift-format-ignore-file
// The screens are as wide as they are.

import Testing

/// The quarantine, a document of it, and the record of what operators did, as they ought to be.
@Suite struct RecordsScreens {
  @Test func quarantineAt80by24() {
    expect(Screens.make("quarantine 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 Histo…
      ━ Quarantine ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
             Id Came                 Bytes What is wrong         Begins
             17 2026-11-21 09:04        48 broken JSON: an esca… {"eventType":"B\ounc…
             12 2026-11-21 07:05 2,400,000 the JSON has neither… {"hello":"세계"}
              3 2026-11-16 17:59     1,810 it names no recipien… {"eventType":"Open"}








      Reason  broken JSON: an escape is not valid, at byte 12
      Begins  {"eventType":"B\ounce"\xFF\xFE





      q quit  Enter whole  Space mark  * all or none  t try again  … ? all keys
      """#)
  }

  @Test func quarantineAt40by10() {
    expect(Screens.make("quarantine 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ Quarantine ━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
             Id Came             What is wrong
             17 2026-11-21 09:04 broken JSON:…
             12 2026-11-21 07:05 the JSON has…
              3 2026-11-16 17:59 it names no …



      q quit  Enter whole  … ? all keys
      """#)
  }

  @Test func quarantineAt200by50() {
    expect(Screens.make("quarantine 200x50"), looksLike: #"""
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
                                                                                          │Reason  broken JSON: an escape is not valid, at byte 12
                                                                                          │Begins  {"eventType":"B\ounce"\xFF\xFE
                                                                                          │
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  Enter whole  Space mark  * all or none  t try again 3 marked  D drop 3 marked  e export 3 marked  < > sort by column  I other way round  : actions  z zoom
      """#)
  }

  @Test func documentAt80by24() {
    expect(Screens.make("document 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  [7 Quarantine]  8 Histo…
      ━ Document 17 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 975 bytes · more ↓ ━
      Reason  broken JSON: an escape is not valid, at byte 12
      {"eventType":"B\ounce"\xFF\xFE
      line 1 of the document
      line 2 of the document
      line 3 of the document
      line 4 of the document
      line 5 of the document
      line 6 of the document
      line 7 of the document
      line 8 of the document
      line 9 of the document
      line 10 of the document
      line 11 of the document
      line 12 of the document
      line 13 of the document
      line 14 of the document
      line 15 of the document
      line 16 of the document

      ? help  q quit  ↑↓ scroll  Esc back  e export  : actions  z zoom
      """#)
  }

  @Test func historyAt80by24() {
    expect(Screens.make("history 80x24"), looksLike: #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  [8 History]
      ━ History ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
      When             Who        Did       Campaign           Count Result
      2026-11-21 09:05 kim        resend    여름 세일 안내       120 skipped 15
      2026-11-21 08:55 lee        pause     여름 세일 안내         1 paused
      2026-11-21 07:59 kim        drop      –                      2 dropped
      2026-11-20 08:05 kim        send      전자서명 요청…   100,000 launched









      Which  softBounced
      Result skipped 15



      q quit  Enter messages of its campaign  / filter  e export  … ? all keys
      """#)
  }

  @Test func historyAt40by10() {
    expect(Screens.make("history 40x10"), looksLike: #"""
       !2 dead  !2 uncertain            09:05
      ━ History ━━━━━━━━━━━━━━━ 1/4 · more ↓ ━
      When             Did       Campaign
      2026-11-21 09:05 resend    여름 세일 …
      2026-11-21 08:55 pause     여름 세일 …
      2026-11-21 07:59 drop      –
      Which  softBounced
      Result skipped 15

      q quit  … ? all keys
      """#)
  }

  @Test func historyAt200by50() {
    expect(Screens.make("history 200x50"), looksLike: #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       1 Campaigns  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  [8 History]
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ History ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│When             Who        Did       Campaign            Which                    Count Result
       여름 세일 안내                    → sending    60%      2,000      36      –      –│2026-11-21 09:05 kim        resend    여름 세일 안내      softBounced                120 skipped 15
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │2026-11-21 08:55 lee        pause     여름 세일 안내      all                          1 paused
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │2026-11-21 07:59 kim        drop      –                   quarantined documen…         2 dropped
                                                                                          │2026-11-20 08:05 kim        send      전자서명 요청 — 2…  영수증.csv             100,000 launched
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
                                                                                          │Which  softBounced
      To do   There is no such user at this domain (5.1.1): take the address off the list,│Result skipped 15
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  Enter messages of its campaign  / filter  e export  Esc back  < > sort by column  I other way round  : actions  z zoom
      """#)
  }
}
