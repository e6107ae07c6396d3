// swift-format-ignore-file
// The screens are as wide as they are.

extension EnglishScreens {
  /// What an operator watches, in English.
  static let watch: [String: String] = [
    "single batches 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Single batches of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━ 27/40 · more ↑↓ ━
         Batch State     Recipients Rcv    Since    For Last error
            15 ✓ done            50   1 08:58:14
            16 ✓ done            50   1 08:58:24
            17 ✓ done            50   1 08:58:34
            18 ✓ done            50   1 08:58:44
            19 ✓ done            50   1 08:58:54
            20 ✓ done            50   1 08:59:04
            21 ✓ done            50   1 08:59:14
            22 ✓ done            50   1 08:59:24
            23 ✓ done            50   1 08:59:34
            24 ✓ done            50   1 08:59:44
            25 → sending         50   – 08:59:54  5m50s
            26 → sending         50   – 09:00:04  5m40s
            27 ↑ queued          50   2 08:55:54  9m50s throttled: Maximum sending ra…
      Error   throttled: Maximum sending rate exceeded (초당 발송 한도 초과)




      q quit  Enter its messages  s status  / state or number  … ? all keys
      """#,
    "single batches 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Single batches of “여름 세…” ━━ 1/40 ━
         Batch State        For Last error
             1 ✓ done
             2 ✓ done
             3 ✓ done



      q quit  Enter its messages  … ? all keys
      """#,
    "single batches 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Single batches of “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 40/40 · more ↑ ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│   Batch State     Recipients Rcv    Since    For Last error
       여름 세일 안내                    → sending    60%      2,000      36      –      –│       2 ✓ done            50   1 08:56:04
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │       3 ✓ done            50   1 08:56:14
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │       4 ✓ done            50   1 08:56:24
                                                                                          │       5 ✓ done            50   1 08:56:34
                                                                                          │       6 ✓ done            50   1 08:56:44
                                                                                          │       7 ✓ done            50   2 08:56:54        throttled: Maximum sending rate exceeded (초당 발송 한도 초과)
                                                                                          │       8 ✓ done            50   1 08:57:04
                                                                                          │       9 ✓ done            50   1 08:57:14
                                                                                          │      10 ✓ done            50   1 08:57:24
                                                                                          │      11 ✓ done            50   1 08:57:34
                                                                                          │      12 ✓ done            50   1 08:57:44
                                                                                          │      13 ✓ done            50   1 08:57:54
                                                                                          │      14 ✓ done            50   1 08:58:04
                                                                                          │      15 ✓ done            50   1 08:58:14
                                                                                          │      16 ✓ done            50   1 08:58:24
                                                                                          │      17 ✓ done            50   1 08:58:34
                                                                                          │      18 ✓ done            50   1 08:58:44
                                                                                          │      19 ✓ done            50   1 08:58:54
                                                                                          │      20 ✓ done            50   1 08:59:04
                                                                                          │      21 ✓ done            50   1 08:59:14
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│      22 ✓ done            50   1 08:59:24
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │      23 ✓ done            50   1 08:59:34
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │      24 ✓ done            50   1 08:59:44
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │      25 → sending         50   – 08:59:54  5m50s
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │      26 → sending         50   – 09:00:04  5m40s
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │      27 ↑ queued          50   2 08:55:54  9m50s throttled: Maximum sending rate exceeded (초당 발송 한도 초과)
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │      28 ↑ queued          50   – 08:55:54  9m50s
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │      29 ↑ queued          50   – 08:55:54  9m50s
                                                                                          │      30 ↑ queued          50   – 08:55:54  9m50s
                                                                                          │      31 ↑ queued          50   – 08:55:54  9m50s
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│      32 ↑ queued          50   – 08:55:54  9m50s
          Count Kind         Cause                 Subtype                  SMTP    Resend│      33 ↑ queued          50   – 08:55:54  9m50s
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │      34 ↑ queued          50   – 08:55:54  9m50s
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │      35 ↑ queued          50   – 08:55:54  9m50s
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │      36 ↑ queued          50   – 08:55:54  9m50s
             12 ✗ refused    throttled                                              yes   │      37 ↑ queued          50   – 08:55:54  9m50s
              1 ! complaint  Complaint             abuse                            no    │      38 · pending         50   – 08:55:54  9m50s
                                                                                          │      39 · pending         50   – 08:55:54  9m50s
                                                                                          │      40 · pending         50   – 08:55:54  9m50s
                                                                                          │Rcv – is not known: the queue counts receives, and workers write them down with a failure and at the end.
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  Enter its messages  s status  / state or number  R resend failed  p pause  r resume  g G first, last  S status back  Esc back  < > sort by column  I other way round  : actions  z zoom
      """#,
    "single batches filtered 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Single batches of “여름 세일 안내” · status queued ━━━━━━━━━━━━━━━━━━━━ 1/11 ━
         Batch State     Recipients Rcv    Since    For Last error
            27 ↑ queued          50   2 08:55:54  9m50s throttled: Maximum sending ra…
            28 ↑ queued          50   – 08:55:54  9m50s
            29 ↑ queued          50   – 08:55:54  9m50s
            30 ↑ queued          50   – 08:55:54  9m50s
            31 ↑ queued          50   – 08:55:54  9m50s
            32 ↑ queued          50   – 08:55:54  9m50s
            33 ↑ queued          50   – 08:55:54  9m50s
            34 ↑ queued          50   – 08:55:54  9m50s
            35 ↑ queued          50   – 08:55:54  9m50s
            36 ↑ queued          50   – 08:55:54  9m50s
            37 ↑ queued          50   – 08:55:54  9m50s


      Error   throttled: Maximum sending rate exceeded (초당 발송 한도 초과)




      q quit  Enter its messages  s status  / state or number  … ? all keys
      """#,
    "messages of a batch 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       1 Campaigns  [2 Messages]  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Messages of “여름 세일 안내” · batch 2 ━━━━━━━━━━━━━━━━━━━━━━━ 1/50 · more ↓ ━
        Address                  Status         Try Updated  Reason
        o'brien51@example.com    ✓ delivered      1 09:04:53
        choi+news52@한국.kr      ? uncertain      1 09:04:52
        nguyen.thi.thu.trang53@… ✓ delivered      1 09:04:51
        kim.minji54@example.com  ✓ delivered      1 09:04:50
        이서연55@한국.kr         ✓ delivered      1 09:04:49
        park.jiho56@mail.exampl… ✗ softBounced    1 09:04:48 452 4.2.2 받은편지함이 …
        o'brien57@example.com    ✓ delivered      1 09:04:47
        choi+news58@한국.kr      ✓ delivered      1 09:04:46
        nguyen.thi.thu.trang59@… ✓ delivered      1 09:04:45
        kim.minji60@example.com  ✗ hardBounced    1 09:04:44 550 5.1.1 The email acco…
        이서연61@한국.kr         ✓ delivered      1 09:04:43
        park.jiho62@mail.exampl… ✓ delivered      1 09:04:42
        o'brien63@example.com    ✗ softBounced    1 09:04:41 452 4.2.2 받은편지함이 …
        choi+news64@한국.kr      ✓ delivered      1 09:04:40
        nguyen.thi.thu.trang65@… ? uncertain      1 09:04:39
        kim.minji66@example.com  ✓ delivered      1 09:04:38
        이서연67@한국.kr         ✓ delivered      1 09:04:37

      q quit  Enter timeline  s status  / address  c this/all campaigns  … ? all keys
      """#,
    "activity 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Activity of the last hour ━━━ by the minute · gap: nothing recorded · more ↓ ━
      Sent/s                                                    last 120 · highest 120
      200┤
         │                                               ▁▁▂▂▃▃▄▄▄▅▅▆▆
         │                                        ▅▆▆▇▇███████████████
        0┼   ──────┴──────────────┴          ────┴──────────────┴─────
                   08:15          08:30          08:45          09:00
      Delivered/s                                               last 100 · highest 100
      100┤                                                     ▁▂▃▄▆▇█
         │                                               ▂▃▄▅▆████████
         │                                        ▁▂▄▅▆▇██████████████
        0┼   ──────┴──────────────┴          ────┴──────────────┴─────
                   08:15          08:30          08:45          09:00
      Failures/s                                                last 1.5 · highest 1.5
      2.0┤                                            ▂    ▂    ▂    ▂
         │                                            █    █    █    █
         │                                        ▂▂▂▂█▂▂▂▂█▂▂▂▂█▂▂▂▂█
        0┼   ──────┴──────────────┴          ────┴──────────────┴─────
                   08:15          08:30          08:45          09:00

      ? help  q quit  d hour, day  ↑↓ scroll  Esc back  : actions  z zoom
      """#,
    "activity 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Activity of the last hour ━━ more ↑↓ ━
      Send queue, batches
      2,000┤                    ▇▅▂
           │                    ████▅▃▁
           │                    ███████▆▄▁
          0┼ ───┴───────┴    ──┴───────┴──
                08:15   08:30  08:45   09:00

      q quit  d hour, day  … ? all keys
      """#,
    "activity 200x50": #"""
       Sendboard  118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s                                                                                                                     09:05 UTC+9
       bounce 1.50% ok (1,515 of 101,118, 7 days)  complaint 0.001% ok (1)  !2 dead letters  !2 uncertain  0 quarantined
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quarantine  8 History
      ─ Campaigns ────────────────────────────────────────────────────────────────── 1/3 ─│━ Activity of the last hour ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ by the minute · gap: nothing recorded ━
       Campaign                          State          % Recipients  Failed Rate/s   Left│Sent/s                                                                                       last 120 · highest 120
       여름 세일 안내                    → sending    60%      2,000      36      –      –│200┤
       Contract reminder                 ! 2 dead    -102    100,000   1,898              │   │
       전자서명 요청 — 2분기 계약서 (고… ! paused      0%        350       0              │   │                                                  ▁▂▂▃▄▅▆▆▇█
                                                                                          │   │                                        ▁▂▂▃▄▅▆▆▇███████████
                                                                                          │   │                                        ████████████████████
                                                                                          │  0┼   ──────┴──────────────┴          ────┴──────────────┴─────
                                                                                          │             08:15          08:30          08:45          09:00
                                                                                          │Delivered/s                                                                                  last 100 · highest 100
                                                                                          │100┤                                                        ▂▄▆█
                                                                                          │   │                                                    ▂▄▆█████
                                                                                          │   │                                                ▂▄▆█████████
                                                                                          │   │                                            ▂▄▆█████████████
                                                                                          │   │                                        ▂▄▆█████████████████
                                                                                          │  0┼   ──────┴──────────────┴          ────┴──────────────┴─────
                                                                                          │             08:15          08:30          08:45          09:00
                                                                                          │Failures/s                                                                                   last 1.5 · highest 1.5
                                                                                          │2.0┤
                                                                                          │   │                                            ▆    ▆    ▆    ▆
                                                                                          │   │                                            █    █    █    █
                                                                                          │   │                                            █    █    █    █
      ─ Batches of “여름 세일 안내” · sending ─────────────────────────────── 40 batches ─│   │                                        ▄▄▄▄█▄▄▄▄█▄▄▄▄█▄▄▄▄█
      Batches  3 pending · 13 queued · 24 done · 0 dead                                   │  0┼   ──────┴──────────────┴          ────┴──────────────┴─────
      Messages ████████▌░░░░░  60% 1,215 of 2,000 handed over                             │             08:15          08:30          08:45          09:00
      · 780 queued  → 5 sending  ↑ 30 accepted  ~ 5 delayed  ✓ 1,044 delivered            │Send queue, batches                                                                         last 13 · highest 1,913
      ✓ 80 opened  ✓ 20 clicked  ✗ 20 softBounced  ✗ 15 hardBounced  ! 1 complained       │2,000┤                                        ▆▄▂
      So far  1,145 delivered  100 opened  20 clicked  bounce 1.23%  complaint 0.082%     │     │                                        ████▆▄▂
      Subject  {{name}}님, 여름 세일이 시작됩니다                                         │     │                                        ████████▆▄▂
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 3            │     │                                        ████████████▆▄▂
                                                                                          │     │                                        ████████████████▆▄▂▁
                                                                                          │    0┼   ──────┴──────────────┴          ────┴──────────────┴─────
      ─ Failures of “여름 세일 안내” ──────────────────────────────── 1/5 · 1,946 failed ─│               08:15          08:30          08:45          09:00
          Count Kind         Cause                 Subtype                  SMTP    Resend│Event queue, events                                                                            last 0 · highest 760
          1,515 ✗ hard       Permanent             General                  5.1.1   no    │1,000┤
            398 ✗ suppressed Permanent             OnAccountSuppressionList         no    │     │                                        ▆▅▃▂
             20 ✗ soft       Transient             MailboxFull              4.2.2   yes   │     │                                        █████▆▅▃▂
             12 ✗ refused    throttled                                              yes   │     │                                        ██████████▆▅ ▂
              1 ! complaint  Complaint             abuse                            no    │     │                                        ████████████ ██▆▅▃▂
                                                                                          │    0┼   ──────┴──────────────┴          ────┴──────────── ─┴─────
                                                                                          │               08:15          08:30          08:45          09:00
                                                                                          │
      To do   There is no such user at this domain (5.1.1): take the address off the list,│
              or correct it.                                                              │
                                                                                          │

      ? help  q quit  d hour, day  ↑↓ scroll  Esc back  : actions  z zoom
      """#,
    "activity of the day 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Activity of the last day ━━━━━━━━━━━━━━━━━━━ by quarters of an hour · more ↑ ━
      Failures/s                                                last 1.5 · highest 1.5
      2.0┤                                        ▂ ▂  ▂ ▂
         │                                        █ █  █ █
         │                                      ▂▂█▂█▂▂█▂█
        0┼ ────┴───────┴───────┴───────┴─    ──┴───────┴──
               12:00   16:00   20:00   00:00   04:00   08:00
      Send queue, batches                                      last 13 · highest 1,913
      2,000┤                                      ▇▅▂
           │                                      ████▅▃▁
           │                                      ███████▆▄▁
          0┼ ────┴───────┴───────┴───────┴─    ──┴───────┴──
                 12:00   16:00   20:00   00:00   04:00   08:00
      Event queue, events                                         last 0 · highest 760
      1,000┤                                      ▂
           │                                      ██▆▄▃▁
           │                                      ██████▆▅▃▁
          0┼ ────┴───────┴───────┴───────┴─    ──┴───────┴──
                 12:00   16:00   20:00   00:00   04:00   08:00

      ? help  q quit  d hour, day  ↑↓ scroll  Esc back  : actions  z zoom
      """#,
    "changed 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
      •청구서            ↑ launching ░░░░░░░░░░░   0%         90       0      –      –
      •여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
      •전자서명 요청 — … ! cancelled ░░░░░░░░░░░   0%        350       0





      ─ Batches of “Contract reminder” · finished, 2 dead, 2 uncertain ────── more ↓ ─
      Batches  0 pending · 0 queued · 1,998 done · ! 2 dead
      Messages ████████████▉ -102 99,898 of 100,000 handed over
      The rest  ! 100 in dead letters  ? 2 uncertain
      · 100 queued  ? 2 uncertain  ✓ 98,000 delivered  ✗ 1,500 hardBounced
      ✗ 398 suppressed
      So far  98,000 delivered  0 opened  0 clicked  bounce –  complaint –
      Subject  Please sign your contract

      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#,
    "changed 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━ 3/4 ━
       Campaign        State          %   Left
      •청구서          ↑ launching   0%      –
      •여름 세일 안내  → sending    60%      –
       Contract remin… ! 2 dead    -102
      •전자서명 요청 … ! cancelled   0%


      q quit  Enter messages  … ? all keys
      """#,
    "scheduled 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       겨울 안내         · scheduled ░░░░░░░░░░░   0%      1,200       0
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0





      ─ Batches of “겨울 안내” · scheduled ────────────────────────────── 24 batches ─
      Batches  24 pending · 0 queued · 0 done · 0 dead
      Messages ░░░░░░░░░░░░░   0% 0 of 1,200 handed over
      begins 2026-11-24 09:05, in 2d23h · r begins it now, t sets another time
      · 1,200 queued
      Subject  겨울 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 4


      q quit  Enter messages  b batches  n new  t start time  r resume  … ? all keys
      """#,
    "missed 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       겨울 안내         ! missed    ░░░░░░░░░░░   0%      1,200       0
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0





      ─ Batches of “겨울 안내” · scheduled ────────────────────────────── 24 batches ─
      Batches  24 pending · 0 queued · 0 done · 0 dead
      Messages ░░░░░░░░░░░░░   0% 0 of 1,200 handed over
      was due 08:05, and nothing ran: r begins it now, t sets another time, x cancels
      it
      · 1,200 queued
      Subject  겨울 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 4
      ! 09:05:45 due while nothing ran, and not begun: 겨울 안내
      q quit  Enter messages  b batches  n new  t start time  r resume  … ? all keys
      """#,
    "missed 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign        State          %   Left
       겨울 안내       ! missed      0%
       여름 세일 안내  → sending    60%      –
       Contract remin… ! 2 dead    -102
       전자서명 요청 … ! paused      0%
      ! 09:05:45 due while nothing ran, and
      not begun: 겨울 안내
      q quit  Enter messages  … ? all keys
      """#,
    "start time 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       겨울 안내         · scheduled ░░░░░░░░░░░   0%      1,200       0
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 2 dead    ██████████▉ -102    100,000   1,898
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0





      ─ Batches of “겨울 안내” · scheduled ────────────────────────────── 24 batches ─
      Batches  24 pending · 0 queued · 0 done · 0 dead
      Messages ░░░░░░░░░░░░░   0% 0 of 1,200 handed over
      begins 2026-11-24 09:05, in 2d23h · r begins it now, t sets another time
      · 1,200 queued
      Subject  겨울 세일이 시작됩니다
      from recipients.csv · by hyeonjun · 2026-11-21 08:55 · email, campaign 4

      begin at (2026-12-01 09:30, or 09:30): 2026-11-24 09:05
      Enter start time  Esc leave it  Ctrl-U empty
      """#,
    "finished 80x24": #"""
       118 msg/s  5 in flight  send 13+5+0  events 40+10+0  lag 2s        09:05 UTC+9
       bounce 1.50% ok  complaint 0.001% ok  !2 dead  !2 uncertain  0 quarantine
       [1 Campaigns]  2 Messages  3 Failures  4 Dead letters  5 Find  6 Log  7 Quaran…
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2/3 ━
       Campaign          State       Handed over    % Recipients  Failed Rate/s   Left
       여름 세일 안내    → sending   ██████▋░░░░  60%      2,000      36      –      –
       Contract reminder ! 25 dead   ██████████▊  -1k    100,000     549
       전자서명 요청 — … ! paused    ░░░░░░░░░░░   0%        350       0






      ─ Batches of “Contract reminder” · finished, 25 dead, 701 uncertain ─── more ↓ ─
      Batches  0 pending · 0 queued · 1,975 done · ! 25 dead
      Messages ████████████▋  -1k 98,049 of 100,000 handed over
      The rest  ! 1,250 in dead letters  ? 701 uncertain
      · 1,250 queued  ? 701 uncertain  ✓ 97,000 delivered  ✓ 500 opened
      ✗ 549 hardBounced
      So far  97,500 delivered  500 opened  0 clicked  bounce 0.55%  complaint 0.000%
      (rates without 20 to the simulator)

      q quit  Enter messages  b batches  n new  p pause  r resume  … ? all keys
      """#,
    "finished 40x10": #"""
       !2 dead  !2 uncertain            09:05
      ━ Campaigns ━━━━━━━━━━━━━━━━━━━━━━ 2/3 ━
       Campaign        State          %   Left
       여름 세일 안내  → sending    60%      –
       Contract remin… ! 25 dead    -1k
       전자서명 요청 … ! paused      0%



      q quit  Enter messages  … ? all keys
      """#,
  ]
}
