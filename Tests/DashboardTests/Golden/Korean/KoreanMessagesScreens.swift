// swift-format-ignore-file
// The screens are as wide as they are.

extension KoreanScreens {
  /// Messages in Korean.
  static let messages: [String: String] = [
    "messages 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  [2 메시지]  3 실패  4 DLQ  5 찾기  6 로그  7 격리  8 이력
      ━ 메시지 · “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2,000 · 더 있음 ↓ ━
        주소                     상태          시도 갱신     사유
        이서연1@한국.kr          ✓ 배달           1 09:05:43
        park.jiho2@mail.example… ✓ 배달           1 09:05:42
        o'brien3@example.com     ✓ 배달           1 09:05:41
        choi+news4@한국.kr       ✓ 배달           1 09:05:40
        nguyen.thi.thu.trang5@m… ✓ 배달           1 09:05:39
        kim.minji6@example.com   ✓ 배달           1 09:05:38
        이서연7@한국.kr          ✗ 일시 반송      1 09:05:37 452 4.2.2 받은편지함이 …
        park.jiho8@mail.example… ✓ 배달           1 09:05:36
        o'brien9@example.com     ✓ 배달           1 09:05:35
        choi+news10@한국.kr      ✗ 영구 반송      1 09:05:34 550 5.1.1 The email acco…
        nguyen.thi.thu.trang11@… ✓ 배달           1 09:05:33
        kim.minji12@example.com  ✓ 배달           1 09:05:32
        이서연13@한국.kr         ? 불확실         1 09:05:31
        park.jiho14@mail.exampl… ✗ 일시 반송      1 09:05:30 452 4.2.2 받은편지함이 …
        o'brien15@example.com    ✓ 배달           1 09:05:29
        choi+news16@한국.kr      ✓ 배달           1 09:05:28
        nguyen.thi.thu.trang17@… ✓ 배달           1 09:05:27

      q 종료  Enter 타임라인  s 상태  / 주소  c 이 캠페인/전체  … ? 전체 단축키
      """#,
    "messages 40x10": #"""
       118건/초  !DLQ 2건  !불확실 2건  09:05
      ━ 메시지 · “여름 세일 …” ━━━ 더 있음 ↓ ━
        주소                     상태
        이서연1@한국.kr          ✓ 배달
        park.jiho2@mail.example… ✓ 배달
        o'brien3@example.com     ✓ 배달
        choi+news4@한국.kr       ✓ 배달
        nguyen.thi.thu.trang5@m… ✓ 배달

      q 종료  Enter 타임라인  … ? 전체 단축키
      """#,
    "messages 200x50": #"""
       Sendboard  118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초                                                                                                                  09:05 UTC+9
       반송 1.50% 정상 (7일간 101,118건 중 1,515건)  신고 0.001% 정상 (1)  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  [2 메시지]  3 실패  4 DLQ  5 찾기  6 로그  7 격리  8 이력
      ─ 캠페인 ─────────────────────────────────────────────────────────────────────── 3 ─│━ 메시지 · “여름 세일 안내” ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 2,000 · 1건 선택 · 더 있음 ↑ ━
      캠페인             상태       발송                  수신자    실패  건/초       남음│        ID 주소                      제목                    상태          시도 갱신     사유
      여름 세일 안내     → 발송 중  ███████▎░░░░  60%      2,000      36      –          –│      1978 choi+news1978@한국.kr     choi+news님, 여름 세일… ✓ 배달           1 08:32:46
      Contract reminder  ! DLQ 2건  ███████████▉  99%    100,000   1,898                  │      1979 nguyen.thi.thu.trang1979… nguyen.thi.thu.trang님… ✓ 배달           1 08:32:45
      전자서명 요청 — 2… ! 정지     ░░░░░░░░░░░░   0%        350       0                  │      1980 kim.minji1980@example.com kim.minji님, 여름 세일… ✗ 영구 반송      1 08:32:44 550 5.1.1 The email accou…
                                                                                          │      1981 이서연1981@한국.kr        이서연님, 여름 세일이 … ✗ 일시 반송      1 08:32:43 452 4.2.2 받은편지함이 가…
                                                                                          │      1982 park.jiho1982@mail.examp… park.jiho님, 여름 세일… ✓ 배달           1 08:32:42
                                                                                          │      1983 o'brien1983@example.com   o'brien님, 여름 세일이… ✓ 배달           1 08:32:41
                                                                                          │      1984 choi+news1984@한국.kr     choi+news님, 여름 세일… ✓ 배달           1 08:32:40
                                                                                          │      1985 nguyen.thi.thu.trang1985… nguyen.thi.thu.trang님… ✓ 배달           1 08:32:39
                                                                                          │      1986 kim.minji1986@example.com kim.minji님, 여름 세일… ✓ 배달           1 08:32:38
                                                                                          │      1987 이서연1987@한국.kr        이서연님, 여름 세일이 … ✓ 배달           1 08:32:37
                                                                                          │      1988 park.jiho1988@mail.examp… park.jiho님, 여름 세일… ✗ 일시 반송      1 08:32:36 452 4.2.2 받은편지함이 가…
                                                                                          │      1989 o'brien1989@example.com   o'brien님, 여름 세일이… ? 불확실         1 08:32:35
                                                                                          │      1990 choi+news1990@한국.kr     choi+news님, 여름 세일… ✗ 영구 반송      1 08:32:34 550 5.1.1 The email accou…
                                                                                          │      1991 nguyen.thi.thu.trang1991… nguyen.thi.thu.trang님… ✓ 배달           1 08:32:33
                                                                                          │      1992 kim.minji1992@example.com kim.minji님, 여름 세일… ✓ 배달           1 08:32:32
                                                                                          │      1993 이서연1993@한국.kr        이서연님, 여름 세일이 … ✓ 배달           1 08:32:31
                                                                                          │      1994 park.jiho1994@mail.examp… park.jiho님, 여름 세일… ✓ 배달           1 08:32:30
                                                                                          │      1995 o'brien1995@example.com   o'brien님, 여름 세일이… ✗ 일시 반송      1 08:32:29 452 4.2.2 받은편지함이 가…
                                                                                          │      1996 choi+news1996@한국.kr     choi+news님, 여름 세일… ✓ 배달           1 08:32:28
                                                                                          │      1997 nguyen.thi.thu.trang1997… nguyen.thi.thu.trang님… ✓ 배달           1 08:32:27
      ─ 배치 · “여름 세일 안내” ─────────────────────────────────────────────────── 40개 ─│      1998 kim.minji1998@example.com kim.minji님, 여름 세일… ✓ 배달           1 08:32:26
      배치   준비 3 · 큐 13 · 완료 24 · DLQ 0                                             │      1999 이서연1999@한국.kr        이서연님, 여름 세일이 … ✓ 배달           1 08:32:25
      메시지 ████████▌░░░░░  60% 2,000건 중 1,215건 발송                                  │*     2000 park.jiho2000@mail.examp… park.jiho님, 여름 세일… ✗ 영구 반송      1 08:32:24 550 5.1.1 The email accou…
      · 대기 780  → 발송 중 5  ↑ 접수 30  ~ 지연 5  ✓ 배달 1,044  ✓ 열람 80  ✓ 클릭 20    │─ 메시지 2000의 타임라인 ───────────────────────────────────────────────────────────────── 이벤트 9건 · 더 있음 ↓ ─
      ✗ 일시 반송 20  ✗ 영구 반송 15  ! 스팸 신고 1                                       │✗ 영구 반송  park.jiho2000@mail.example.org  시도 2회
      누계  배달 1,145  열람 100  클릭 20  반송 1.23%  신고 0.082%                        │원인    영구 반송 Permanent/General 5.1.1
      제목  {{name}}님, 여름 세일이 시작됩니다                                            │        smtp; 550 5.1.1 The email account that you tried to reach does not exist
      대상 recipients.csv · 운영자 hyeonjun · 2026-11-21 08:55 · 이메일, 캠페인 3         │조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.
                                                                                          │제목    park.jiho님, 여름 세일이 시작됩니다
                                                                                          │출처    “여름 세일 안내” · 발송 서비스 ID 0100018f-2000
      ─ 실패 · “여름 세일 안내” ────────────────────────────────────────────────── 1,946 ─│2026-11-20 UTC+9
           건수 종류         원인                  세부 유형                SMTP    재발송│08:05:44.120          → 발송 시작  기록: sendboard
          1,515 ✗ 영구 반송  Permanent             General                  5.1.1   아니요│08:05:45.120     +1초 ↑ 접수  기록: sendboard
            398 ✗ 발송 금지  Permanent             OnAccountSuppressionList         아니요│08:05:46.120     +1초 ↑ 발송(Send)
             20 ✗ 일시 반송  Transient             MailboxFull              4.2.2   예    │08:05:54.120     +8초 ~ 배달 지연(DeliveryDelay)  지연 MailboxFull 4.2.2
             12 ✗ 접수 거부  throttled                                              예    │               smtp; 452 4.2.2 mailbox full
              1 ! 스팸 신고  Complaint             abuse                            아니요│               → 메일함이 가득 차 SES가 계속 시도합니다: 아직 할 일은 없습니다. 메일은 가는 중입니다.
                                                                                          │09:04:04.120 +58분10초 ✗ 반송(Bounce)  일시 반송 Transient/MailboxFull 4.2.2
                                                                                          │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │               → 메일함이 가득 찼습니다: 며칠 뒤 재발송하거나 다른 방법으로 연락하세요.
      조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.      │2026-11-21 UTC+9
                                                                                          │08:55:44.120 +23시간51분   재발송  기록: 운영자
                                                                                          │2차 시도

      ? 도움말  q 종료  Enter 타임라인  s 상태  / 주소  c 이 캠페인/전체  Space 선택  * 보이는 전체 선택  a 확정·재발송 대상 전체 선택  A 이 주소 전체  S 이전 상태  g G 처음, 끝  : 작업 찾기  z 확대
      """#,
    "messages filtered 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  [2 메시지]  3 실패  4 DLQ  5 찾기  6 로그  7 격리  8 이력
      ━ 메시지 · “여름 세일 안내” · 상태 대기 · 주소 이… ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
        주소                     상태          시도 갱신     사유
       없음; Esc로 필터 해제
















      주소 앞부분: 이
      Enter 필터 유지  Esc 이전대로  Ctrl-U 비우기
      """#,
    "timeline 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  [2 메시지]  3 실패  4 DLQ  5 찾기  6 로그  7 격리  8 이력
      ━ 메시지 7의 타임라인 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 이벤트 9건 · 더 있음 ↓ ━
      ✗ 일시 반송  이서연7@한국.kr  시도 2회
      원인    일시 반송 Transient/MailboxFull 4.2.2
              smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      조치    메일함이 가득 찼습니다: 며칠 뒤 재발송하거나 다른 방법으로 연락하세요.
      제목    이서연님, 여름 세일이 시작됩니다
      출처    “여름 세일 안내” · 발송 서비스 ID 0100018f-7
      2026-11-20 UTC+9
      08:05:44.120          → 발송 시작  기록: sendboard
      08:05:45.120     +1초 ↑ 접수  기록: sendboard
      08:05:46.120     +1초 ↑ 발송(Send)
      08:05:54.120     +8초 ~ 배달 지연(DeliveryDelay)  지연 MailboxFull 4.2.2
                     smtp; 452 4.2.2 mailbox full
                     → 메일함이 가득 차 SES가 계속 시도합니다: 아직 할 일은 없습니다.
                     메일은 가는 중입니다.
      09:04:04.120 +58분10초 ✗ 반송(Bounce)  일시 반송 Transient/MailboxFull 4.2.2
                     smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      2026-11-21 UTC+9
      08:55:44.120 +23시간51분   재발송  기록: 운영자

      q 종료  ↑↓ 스크롤  Esc 뒤로  R 재발송  [ ] 다른 메시지  … ? 전체 단축키
      """#,
    "timeline 40x10": #"""
       118건/초  !DLQ 2건  !불확실 2건  09:05
      ━ 메시지 7의 타임라인 ━━━━━━ 더 있음 ↓ ━
      ✗ 일시 반송  이서연7@한국.kr  시도 2회
      원인    일시 반송 Transient/MailboxFull
              4.2.2
              smtp; 452 4.2.2 받은편지함이
              가득 찼습니다 (mailbox full)
      조치    메일함이 가득 찼습니다: 며칠 뒤

      q 종료  ↑↓ 스크롤  … ? 전체 단축키
      """#,
    "timeline 200x50": #"""
       Sendboard  118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초                                                                                                                  09:05 UTC+9
       반송 1.50% 정상 (7일간 101,118건 중 1,515건)  신고 0.001% 정상 (1)  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  [2 메시지]  3 실패  4 DLQ  5 찾기  6 로그  7 격리  8 이력
      ─ 캠페인 ─────────────────────────────────────────────────────────────────────── 3 ─│─ 메시지 · “여름 세일 안내” ─────────────────────────────────────────────────────────────────── 2,000 · 더 있음 ↓ ─
      캠페인             상태       발송                  수신자    실패  건/초       남음│        ID 주소                      제목                    상태          시도 갱신     사유
      여름 세일 안내     → 발송 중  ███████▎░░░░  60%      2,000      36      –          –│         1 이서연1@한국.kr           이서연님, 여름 세일이 … ✓ 배달           1 09:05:43
      Contract reminder  ! DLQ 2건  ███████████▉  99%    100,000   1,898                  │         2 park.jiho2@mail.example.… park.jiho님, 여름 세일… ✓ 배달           1 09:05:42
      전자서명 요청 — 2… ! 정지     ░░░░░░░░░░░░   0%        350       0                  │         3 o'brien3@example.com      o'brien님, 여름 세일이… ✓ 배달           1 09:05:41
                                                                                          │         4 choi+news4@한국.kr        choi+news님, 여름 세일… ✓ 배달           1 09:05:40
                                                                                          │         5 nguyen.thi.thu.trang5@ma… nguyen.thi.thu.trang님… ✓ 배달           1 09:05:39
                                                                                          │         6 kim.minji6@example.com    kim.minji님, 여름 세일… ✓ 배달           1 09:05:38
                                                                                          │         7 이서연7@한국.kr           이서연님, 여름 세일이 … ✗ 일시 반송      1 09:05:37 452 4.2.2 받은편지함이 가…
                                                                                          │         8 park.jiho8@mail.example.… park.jiho님, 여름 세일… ✓ 배달           1 09:05:36
                                                                                          │         9 o'brien9@example.com      o'brien님, 여름 세일이… ✓ 배달           1 09:05:35
                                                                                          │        10 choi+news10@한국.kr       choi+news님, 여름 세일… ✗ 영구 반송      1 09:05:34 550 5.1.1 The email accou…
                                                                                          │        11 nguyen.thi.thu.trang11@m… nguyen.thi.thu.trang님… ✓ 배달           1 09:05:33
                                                                                          │        12 kim.minji12@example.com   kim.minji님, 여름 세일… ✓ 배달           1 09:05:32
                                                                                          │        13 이서연13@한국.kr          이서연님, 여름 세일이 … ? 불확실         1 09:05:31
                                                                                          │        14 park.jiho14@mail.example… park.jiho님, 여름 세일… ✗ 일시 반송      1 09:05:30 452 4.2.2 받은편지함이 가…
                                                                                          │        15 o'brien15@example.com     o'brien님, 여름 세일이… ✓ 배달           1 09:05:29
                                                                                          │        16 choi+news16@한국.kr       choi+news님, 여름 세일… ✓ 배달           1 09:05:28
                                                                                          │        17 nguyen.thi.thu.trang17@m… nguyen.thi.thu.trang님… ✓ 배달           1 09:05:27
                                                                                          │        18 kim.minji18@example.com   kim.minji님, 여름 세일… ✓ 배달           1 09:05:26
                                                                                          │        19 이서연19@한국.kr          이서연님, 여름 세일이 … ✓ 배달           1 09:05:25
                                                                                          │        20 park.jiho20@mail.example… park.jiho님, 여름 세일… ✗ 영구 반송      1 09:05:24 550 5.1.1 The email accou…
      ─ 배치 · “여름 세일 안내” ─────────────────────────────────────────────────── 40개 ─│        21 o'brien21@example.com     o'brien님, 여름 세일이… ✗ 일시 반송      1 09:05:23 452 4.2.2 받은편지함이 가…
      배치   준비 3 · 큐 13 · 완료 24 · DLQ 0                                             │        22 choi+news22@한국.kr       choi+news님, 여름 세일… ✓ 배달           1 09:05:22
      메시지 ████████▌░░░░░  60% 2,000건 중 1,215건 발송                                  │        23 nguyen.thi.thu.trang23@m… nguyen.thi.thu.trang님… ✓ 배달           1 09:05:21
      · 대기 780  → 발송 중 5  ↑ 접수 30  ~ 지연 5  ✓ 배달 1,044  ✓ 열람 80  ✓ 클릭 20    │━ 메시지 7의 타임라인 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 이벤트 9건 · 더 있음 ↓ ━
      ✗ 일시 반송 20  ✗ 영구 반송 15  ! 스팸 신고 1                                       │✗ 일시 반송  이서연7@한국.kr  시도 2회
      누계  배달 1,145  열람 100  클릭 20  반송 1.23%  신고 0.082%                        │원인    일시 반송 Transient/MailboxFull 4.2.2
      제목  {{name}}님, 여름 세일이 시작됩니다                                            │        smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
      대상 recipients.csv · 운영자 hyeonjun · 2026-11-21 08:55 · 이메일, 캠페인 3         │조치    메일함이 가득 찼습니다: 며칠 뒤 재발송하거나 다른 방법으로 연락하세요.
                                                                                          │제목    이서연님, 여름 세일이 시작됩니다
                                                                                          │출처    “여름 세일 안내” · 발송 서비스 ID 0100018f-7
      ─ 실패 · “여름 세일 안내” ────────────────────────────────────────────────── 1,946 ─│2026-11-20 UTC+9
           건수 종류         원인                  세부 유형                SMTP    재발송│08:05:44.120          → 발송 시작  기록: sendboard
          1,515 ✗ 영구 반송  Permanent             General                  5.1.1   아니요│08:05:45.120     +1초 ↑ 접수  기록: sendboard
            398 ✗ 발송 금지  Permanent             OnAccountSuppressionList         아니요│08:05:46.120     +1초 ↑ 발송(Send)
             20 ✗ 일시 반송  Transient             MailboxFull              4.2.2   예    │08:05:54.120     +8초 ~ 배달 지연(DeliveryDelay)  지연 MailboxFull 4.2.2
             12 ✗ 접수 거부  throttled                                              예    │               smtp; 452 4.2.2 mailbox full
              1 ! 스팸 신고  Complaint             abuse                            아니요│               → 메일함이 가득 차 SES가 계속 시도합니다: 아직 할 일은 없습니다. 메일은 가는 중입니다.
                                                                                          │09:04:04.120 +58분10초 ✗ 반송(Bounce)  일시 반송 Transient/MailboxFull 4.2.2
                                                                                          │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
                                                                                          │2026-11-21 UTC+9
      조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.      │08:55:44.120 +23시간51분   재발송  기록: 운영자
                                                                                          │2차 시도
                                                                                          │08:55:54.120    +10초 → 발송 시작  기록: sendboard

      ? 도움말  q 종료  ↑↓ 스크롤  Esc 뒤로  R 재발송  [ ] 다른 메시지  v 원본 이벤트  A 이 주소 전체  : 작업 찾기  z 확대
      """#,
    "find 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  [5 찾기]  6 로그  7 격리  8 이력
      ━ 찾기 · kim ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 찾은 것 333건 · 더 있음 ↓ ━
        캠페인       주소                   상태          시도 갱신     사유, 값
        여름 세일 …  kim.minji6@example.com ✓ 배달           1 09:05:38
        여름 세일 …  kim.minji12@example.c… ✓ 배달           1 09:05:32
        여름 세일 …  kim.minji18@example.c… ✓ 배달           1 09:05:26
        여름 세일 …  kim.minji24@example.c… ✓ 배달           1 09:05:20
        여름 세일 …  kim.minji30@example.c… ✗ 영구 반송      1 09:05:14 550 5.1.1 The…
        여름 세일 …  kim.minji36@example.c… ✓ 배달           1 09:05:08
        여름 세일 …  kim.minji42@example.c… ✗ 일시 반송      1 09:05:02 452 4.2.2 받…
        여름 세일 …  kim.minji48@example.c… ✓ 배달           1 09:04:56
        여름 세일 …  kim.minji54@example.c… ✓ 배달           1 09:04:50
        여름 세일 …  kim.minji60@example.c… ✗ 영구 반송      1 09:04:44 550 5.1.1 The…
        여름 세일 …  kim.minji66@example.c… ✓ 배달           1 09:04:38
        여름 세일 …  kim.minji72@example.c… ✓ 배달           1 09:04:32
        여름 세일 …  kim.minji78@example.c… ? 불확실         1 09:04:26
        여름 세일 …  kim.minji84@example.c… ✗ 일시 반송      1 09:04:20 452 4.2.2 받…
        여름 세일 …  kim.minji90@example.c… ✗ 영구 반송      1 09:04:14 550 5.1.1 The…
        여름 세일 …  kim.minji96@example.c… ✓ 배달           1 09:04:08
        여름 세일 …  kim.minji102@example.… ✓ 배달           1 09:04:02

      q 종료  f 다시 찾기  Enter 타임라인  Space 선택  … ? 전체 단축키
      """#,
    "find 40x10": #"""
       118건/초  !DLQ 2건  !불확실 2건  09:05
      ━ 찾기 · kim ━━━━━━━━━━━━━━━ 더 있음 ↓ ━
        주소                     상태
        kim.minji6@example.com   ✓ 배달
        kim.minji12@example.com  ✓ 배달
        kim.minji18@example.com  ✓ 배달
        kim.minji24@example.com  ✓ 배달
        kim.minji30@example.com  ✗ 영구 반송
      찾기: kim
      Enter 필터 유지  Esc 이전대로
      """#,
    "find 200x50": #"""
       Sendboard  118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초                                                                                                                  09:05 UTC+9
       반송 1.50% 정상 (7일간 101,118건 중 1,515건)  신고 0.001% 정상 (1)  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  [5 찾기]  6 로그  7 격리  8 이력
      ─ 캠페인 ─────────────────────────────────────────────────────────────────────── 3 ─│━ 찾기 · kim ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 찾은 것 333건 · 더 있음 ↓ ━
      캠페인             상태       발송                  수신자    실패  건/초       남음│        ID 캠페인       주소                    제목                  상태          시도 갱신     사유, 값
      여름 세일 안내     → 발송 중  ███████▎░░░░  60%      2,000      36      –          –│         6 여름 세일 …  kim.minji6@example.com  kim.minji님, 여름 세… ✓ 배달           1 09:05:38
      Contract reminder  ! DLQ 2건  ███████████▉  99%    100,000   1,898                  │        12 여름 세일 …  kim.minji12@example.com kim.minji님, 여름 세… ✓ 배달           1 09:05:32
      전자서명 요청 — 2… ! 정지     ░░░░░░░░░░░░   0%        350       0                  │        18 여름 세일 …  kim.minji18@example.com kim.minji님, 여름 세… ✓ 배달           1 09:05:26
                                                                                          │        24 여름 세일 …  kim.minji24@example.com kim.minji님, 여름 세… ✓ 배달           1 09:05:20
                                                                                          │        30 여름 세일 …  kim.minji30@example.com kim.minji님, 여름 세… ✗ 영구 반송      1 09:05:14 550 5.1.1 The em…
                                                                                          │        36 여름 세일 …  kim.minji36@example.com kim.minji님, 여름 세… ✓ 배달           1 09:05:08
                                                                                          │        42 여름 세일 …  kim.minji42@example.com kim.minji님, 여름 세… ✗ 일시 반송      1 09:05:02 452 4.2.2 받은편…
                                                                                          │        48 여름 세일 …  kim.minji48@example.com kim.minji님, 여름 세… ✓ 배달           1 09:04:56
                                                                                          │        54 여름 세일 …  kim.minji54@example.com kim.minji님, 여름 세… ✓ 배달           1 09:04:50
                                                                                          │        60 여름 세일 …  kim.minji60@example.com kim.minji님, 여름 세… ✗ 영구 반송      1 09:04:44 550 5.1.1 The em…
                                                                                          │        66 여름 세일 …  kim.minji66@example.com kim.minji님, 여름 세… ✓ 배달           1 09:04:38
                                                                                          │        72 여름 세일 …  kim.minji72@example.com kim.minji님, 여름 세… ✓ 배달           1 09:04:32
                                                                                          │        78 여름 세일 …  kim.minji78@example.com kim.minji님, 여름 세… ? 불확실         1 09:04:26
                                                                                          │        84 여름 세일 …  kim.minji84@example.com kim.minji님, 여름 세… ✗ 일시 반송      1 09:04:20 452 4.2.2 받은편…
                                                                                          │        90 여름 세일 …  kim.minji90@example.com kim.minji님, 여름 세… ✗ 영구 반송      1 09:04:14 550 5.1.1 The em…
                                                                                          │        96 여름 세일 …  kim.minji96@example.com kim.minji님, 여름 세… ✓ 배달           1 09:04:08
                                                                                          │       102 여름 세일 …  kim.minji102@example.c… kim.minji님, 여름 세… ✓ 배달           1 09:04:02
                                                                                          │       108 여름 세일 …  kim.minji108@example.c… kim.minji님, 여름 세… ✓ 배달           1 09:03:56
                                                                                          │       114 여름 세일 …  kim.minji114@example.c… kim.minji님, 여름 세… ✓ 배달           1 09:03:50
                                                                                          │       120 여름 세일 …  kim.minji120@example.c… kim.minji님, 여름 세… ✗ 영구 반송      1 09:03:44 550 5.1.1 The em…
      ─ 배치 · “여름 세일 안내” ─────────────────────────────────────────────────── 40개 ─│       126 여름 세일 …  kim.minji126@example.c… kim.minji님, 여름 세… ✗ 일시 반송      1 09:03:38 452 4.2.2 받은편…
      배치   준비 3 · 큐 13 · 완료 24 · DLQ 0                                             │       132 여름 세일 …  kim.minji132@example.c… kim.minji님, 여름 세… ✓ 배달           1 09:03:32
      메시지 ████████▌░░░░░  60% 2,000건 중 1,215건 발송                                  │       138 여름 세일 …  kim.minji138@example.c… kim.minji님, 여름 세… ✓ 배달           1 09:03:26
      · 대기 780  → 발송 중 5  ↑ 접수 30  ~ 지연 5  ✓ 배달 1,044  ✓ 열람 80  ✓ 클릭 20    │─ 메시지 6의 타임라인 ──────────────────────────────────────────────────────────────────── 이벤트 9건 · 더 있음 ↓ ─
      ✗ 일시 반송 20  ✗ 영구 반송 15  ! 스팸 신고 1                                       │✓ 배달  kim.minji6@example.com  시도 2회
      누계  배달 1,145  열람 100  클릭 20  반송 1.23%  신고 0.082%                        │제목    kim.minji님, 여름 세일이 시작됩니다
      제목  {{name}}님, 여름 세일이 시작됩니다                                            │출처    “여름 세일 안내” · 발송 서비스 ID 0100018f-6
      대상 recipients.csv · 운영자 hyeonjun · 2026-11-21 08:55 · 이메일, 캠페인 3         │2026-11-20 UTC+9
                                                                                          │08:05:44.120          → 발송 시작  기록: sendboard
                                                                                          │08:05:45.120     +1초 ↑ 접수  기록: sendboard
      ─ 실패 · “여름 세일 안내” ────────────────────────────────────────────────── 1,946 ─│08:05:46.120     +1초 ↑ 발송(Send)
           건수 종류         원인                  세부 유형                SMTP    재발송│08:05:54.120     +8초 ~ 배달 지연(DeliveryDelay)  지연 MailboxFull 4.2.2
          1,515 ✗ 영구 반송  Permanent             General                  5.1.1   아니요│               smtp; 452 4.2.2 mailbox full
            398 ✗ 발송 금지  Permanent             OnAccountSuppressionList         아니요│               → 메일함이 가득 차 SES가 계속 시도합니다: 아직 할 일은 없습니다. 메일은 가는 중입니다.
             20 ✗ 일시 반송  Transient             MailboxFull              4.2.2   예    │09:04:04.120 +58분10초 ✗ 반송(Bounce)  일시 반송 Transient/MailboxFull 4.2.2
             12 ✗ 접수 거부  throttled                                              예    │               smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)
              1 ! 스팸 신고  Complaint             abuse                            아니요│               → 메일함이 가득 찼습니다: 며칠 뒤 재발송하거나 다른 방법으로 연락하세요.
                                                                                          │2026-11-21 UTC+9
                                                                                          │08:55:44.120 +23시간51분   재발송  기록: 운영자
                                                                                          │2차 시도
      조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.      │08:55:54.120    +10초 → 발송 시작  기록: sendboard
                                                                                          │08:55:55.120     +1초 ↑ 접수  기록: sendboard
                                                                                          │08:56:04.120     +9초 ✗ 반송(Bounce)  일시 반송 Transient/MailboxFull 4.2.2

      ? 도움말  q 종료  f 다시 찾기  Enter 타임라인  Space 선택  * 보이는 전체 선택  a 확정·재발송 대상 전체 선택  A 이 주소 전체  g G 처음, 끝  : 작업 찾기  z 확대
      """#,
  ]
}
