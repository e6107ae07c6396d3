// swift-format-ignore-file
// The screens are as wide as they are.

extension KoreanScreens {
  /// Records in Korean.
  static let records: [String: String] = [
    "quarantine 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  5 찾기  6 로그  [7 격리]  8 이력
      ━ 격리 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
             ID 받은 시각           바이트 문제                  앞부분
             17 2026-11-21 09:04        48 JSON이 깨짐: an esca… {"eventType":"B\ounc…
             12 2026-11-21 07:05 2,400,000 eventType도 notifica… {"hello":"세계"}
              3 2026-11-16 17:59     1,810 수신자가 없고, 태그…  {"eventType":"Open"}








      사유    JSON이 깨짐: an escape is not valid, 12번째 바이트
      앞부분  {"eventType":"B\ounce"\xFF\xFE





      q 종료  Enter 전체 보기  Space 선택  * 전체 선택·해제  … ? 전체 단축키
      """#,
    "quarantine 40x10": #"""
       !DLQ 2건  !불확실 2건  118건/초  09:05
      ━ 격리 ━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ━
             ID 받은 시각        문제
             17 2026-11-21 09:04 JSON이 깨짐:…
             12 2026-11-21 07:05 eventType도 …
              3 2026-11-16 17:59 수신자가 없…



      q 종료  Enter 전체 보기  … ? 전체 단축키
      """#,
    "quarantine 200x50": #"""
       Sendboard  118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초                                                                                                                  09:05 UTC+9
       반송 1.50% 정상 (7일간 101,118건 중 1,515건)  신고 0.001% 정상 (1)  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  5 찾기  6 로그  [7 격리]  8 이력
      ─ 캠페인 ───────────────────────────────────────────────────────────────────── 1/3 ─│━ 격리 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 전체 3건 선택 · 1/3 ━
       캠페인                                상태          %     수신자    실패       남음│       ID 받은 시각           바이트 문제                                   앞부분
       여름 세일 안내                        → 발송 중   60%      2,000      36          –│*      17 2026-11-21 09:04        48 JSON이 깨짐: an escape is not valid, … {"eventType":"B\ounce"\xFF\xFE
       Contract reminder                     ! DLQ 2건  -102    100,000   1,898           │*      12 2026-11-21 07:05 2,400,000 eventType도 notificationType도 없고 …  {"hello":"세계"}
       전자서명 요청 — 2분기 계약서 (고객사… ! 정지       0%        350       0           │*       3 2026-11-16 17:59     1,810 수신자가 없고, 태그에 맞는 메시지가 …  {"eventType":"Open"}
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
      ─ 배치 · “여름 세일 안내” · 발송 중 ───────────────────────────────────────── 40개 ─│
      배치   준비 3 · 큐 13 · 완료 24 · DLQ 0                                             │
      메시지 ████████▌░░░░░  60% 2,000건 중 1,215건 발송                                  │
      · 대기 780  → 발송 중 5  ↑ 접수 30  ~ 지연 5  ✓ 배달 1,044  ✓ 열람 80  ✓ 클릭 20    │
      ✗ 일시 반송 20  ✗ 영구 반송 15  ! 스팸 신고 1                                       │
      누계  배달 1,145  열람 100  클릭 20  반송 1.23%  신고 0.082%                        │
      제목  {{name}}님, 여름 세일이 시작됩니다                                            │
      대상 recipients.csv · 운영자 hyeonjun · 2026-11-21 08:55 · 이메일, 캠페인 3         │
                                                                                          │
                                                                                          │
      ─ 실패 · “여름 세일 안내” ─────────────────────────────────────── 1/5 · 실패 1,946 ─│
           건수 종류         원인                  세부 유형                SMTP    재발송│
          1,515 ✗ 영구 반송  Permanent             General                  5.1.1   아니요│
            398 ✗ 발송 금지  Permanent             OnAccountSuppressionList         아니요│
             20 ✗ 일시 반송  Transient             MailboxFull              4.2.2   예    │
             12 ✗ 접수 거부  throttled                                              예    │
              1 ! 스팸 신고  Complaint             abuse                            아니요│
                                                                                          │사유    JSON이 깨짐: an escape is not valid, 12번째 바이트
                                                                                          │앞부분  {"eventType":"B\ounce"\xFF\xFE
                                                                                          │
      조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.      │
                                                                                          │
                                                                                          │

      ? 도움말  q 종료  Enter 전체 보기  Space 선택  * 전체 선택·해제  t 선택한 3건 다시 읽기  D 선택한 3건 삭제  e 선택한 3건 내보내기  < > 열 정렬  I 정렬 뒤집기  : 작업 찾기  z 확대
      """#,
    "document 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  5 찾기  6 로그  [7 격리]  8 이력
      ━ 문서 17 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 975바이트 · 더 있음 ↓ ━
      사유    JSON이 깨짐: an escape is not valid, 12번째 바이트
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

      ? 도움말  q 종료  ↑↓ 스크롤  Esc 뒤로  e 내보내기  : 작업 찾기  z 확대
      """#,
    "document 40x10": #"""
       !DLQ 2건  !불확실 2건  118건/초  09:05
      ━ 문서 17 ━━━━━━ 975바이트 · 더 있음 ↓ ━
      사유    JSON이 깨짐: an escape is not
              valid, 12번째 바이트
      {"eventType":"B\ounce"\xFF\xFE
      line 1 of the document
      line 2 of the document
      line 3 of the document

      q 종료  ↑↓ 스크롤  … ? 전체 단축키
      """#,
    "document 200x50": #"""
       Sendboard  118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초                                                                                                                  09:05 UTC+9
       반송 1.50% 정상 (7일간 101,118건 중 1,515건)  신고 0.001% 정상 (1)  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  5 찾기  6 로그  [7 격리]  8 이력
      ─ 캠페인 ───────────────────────────────────────────────────────────────────── 1/3 ─│━ 문서 17 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 975바이트 ━
       캠페인                                상태          %     수신자    실패       남음│사유    JSON이 깨짐: an escape is not valid, 12번째 바이트
       여름 세일 안내                        → 발송 중   60%      2,000      36          –│{"eventType":"B\ounce"\xFF\xFE
       Contract reminder                     ! DLQ 2건  -102    100,000   1,898           │line 1 of the document
       전자서명 요청 — 2분기 계약서 (고객사… ! 정지       0%        350       0           │line 2 of the document
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
      ─ 배치 · “여름 세일 안내” · 발송 중 ───────────────────────────────────────── 40개 ─│line 20 of the document
      배치   준비 3 · 큐 13 · 완료 24 · DLQ 0                                             │line 21 of the document
      메시지 ████████▌░░░░░  60% 2,000건 중 1,215건 발송                                  │line 22 of the document
      · 대기 780  → 발송 중 5  ↑ 접수 30  ~ 지연 5  ✓ 배달 1,044  ✓ 열람 80  ✓ 클릭 20    │line 23 of the document
      ✗ 일시 반송 20  ✗ 영구 반송 15  ! 스팸 신고 1                                       │line 24 of the document
      누계  배달 1,145  열람 100  클릭 20  반송 1.23%  신고 0.082%                        │line 25 of the document
      제목  {{name}}님, 여름 세일이 시작됩니다                                            │line 26 of the document
      대상 recipients.csv · 운영자 hyeonjun · 2026-11-21 08:55 · 이메일, 캠페인 3         │line 27 of the document
                                                                                          │line 28 of the document
                                                                                          │line 29 of the document
      ─ 실패 · “여름 세일 안내” ─────────────────────────────────────── 1/5 · 실패 1,946 ─│line 30 of the document
           건수 종류         원인                  세부 유형                SMTP    재발송│line 31 of the document
          1,515 ✗ 영구 반송  Permanent             General                  5.1.1   아니요│line 32 of the document
            398 ✗ 발송 금지  Permanent             OnAccountSuppressionList         아니요│line 33 of the document
             20 ✗ 일시 반송  Transient             MailboxFull              4.2.2   예    │line 34 of the document
             12 ✗ 접수 거부  throttled                                              예    │line 35 of the document
              1 ! 스팸 신고  Complaint             abuse                            아니요│line 36 of the document
                                                                                          │line 37 of the document
                                                                                          │line 38 of the document
                                                                                          │line 39 of the document
      조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.      │line 40 of the document
                                                                                          │
                                                                                          │

      ? 도움말  q 종료  ↑↓ 스크롤  Esc 뒤로  e 내보내기  : 작업 찾기  z 확대
      """#,
    "history 80x24": #"""
       118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초     09:05 UTC+9
       반송 1.50% 정상  신고 0.001% 정상  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  5 찾기  6 로그  7 격리  [8 이력]
      ━ 이력 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
      시각             운영자     작업      캠페인              건수 결과
      2026-11-21 09:05 kim        재발송    여름 세일 안내       120 제외 15건
      2026-11-21 08:55 lee        정지      여름 세일 안내         1 정지함
      2026-11-21 07:59 kim        삭제      –                      2 삭제함
      2026-11-20 08:05 kim        시작      전자서명 요청…   100,000 시작함









      조건    일시 반송
      결과    제외 15건



      q 종료  Enter 해당 캠페인 메시지  / 필터  e 내보내기  Esc 뒤로  … ? 전체 단축키
      """#,
    "history 40x10": #"""
       !DLQ 2건  !불확실 2건  118건/초  09:05
      ━ 이력 ━━━━━━━━━━━━━━━ 1/4 · 더 있음 ↓ ━
      시각             작업      캠페인
      2026-11-21 09:05 재발송    여름 세일 …
      2026-11-21 08:55 정지      여름 세일 …
      2026-11-21 07:59 삭제      –
      조건    일시 반송
      결과    제외 15건

      q 종료  … ? 전체 단축키
      """#,
    "history 200x50": #"""
       Sendboard  118건/초  처리 중 5건  발송큐 13+5+0  이벤트 40+10+0  지연 2초                                                                                                                  09:05 UTC+9
       반송 1.50% 정상 (7일간 101,118건 중 1,515건)  신고 0.001% 정상 (1)  !DLQ 2건  !불확실 2건  격리 0건
       1 캠페인  2 메시지  3 실패  4 DLQ  5 찾기  6 로그  7 격리  [8 이력]
      ─ 캠페인 ───────────────────────────────────────────────────────────────────── 1/3 ─│━ 이력 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/4 ━
       캠페인                                상태          %     수신자    실패       남음│시각             운영자     작업      캠페인              조건                      건수 결과
       여름 세일 안내                        → 발송 중   60%      2,000      36          –│2026-11-21 09:05 kim        재발송    여름 세일 안내      일시 반송                  120 제외 15건
       Contract reminder                     ! DLQ 2건  -102    100,000   1,898           │2026-11-21 08:55 lee        정지      여름 세일 안내      all                          1 정지함
       전자서명 요청 — 2분기 계약서 (고객사… ! 정지       0%        350       0           │2026-11-21 07:59 kim        삭제      –                   격리 문서 1, 2               2 삭제함
                                                                                          │2026-11-20 08:05 kim        시작      전자서명 요청 — 2…  영수증.csv             100,000 시작함
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
      ─ 배치 · “여름 세일 안내” · 발송 중 ───────────────────────────────────────── 40개 ─│
      배치   준비 3 · 큐 13 · 완료 24 · DLQ 0                                             │
      메시지 ████████▌░░░░░  60% 2,000건 중 1,215건 발송                                  │
      · 대기 780  → 발송 중 5  ↑ 접수 30  ~ 지연 5  ✓ 배달 1,044  ✓ 열람 80  ✓ 클릭 20    │
      ✗ 일시 반송 20  ✗ 영구 반송 15  ! 스팸 신고 1                                       │
      누계  배달 1,145  열람 100  클릭 20  반송 1.23%  신고 0.082%                        │
      제목  {{name}}님, 여름 세일이 시작됩니다                                            │
      대상 recipients.csv · 운영자 hyeonjun · 2026-11-21 08:55 · 이메일, 캠페인 3         │
                                                                                          │
                                                                                          │
      ─ 실패 · “여름 세일 안내” ─────────────────────────────────────── 1/5 · 실패 1,946 ─│
           건수 종류         원인                  세부 유형                SMTP    재발송│
          1,515 ✗ 영구 반송  Permanent             General                  5.1.1   아니요│
            398 ✗ 발송 금지  Permanent             OnAccountSuppressionList         아니요│
             20 ✗ 일시 반송  Transient             MailboxFull              4.2.2   예    │
             12 ✗ 접수 거부  throttled                                              예    │
              1 ! 스팸 신고  Complaint             abuse                            아니요│
                                                                                          │
                                                                                          │
                                                                                          │조건    일시 반송
      조치    이 도메인에 없는 사용자입니다(5.1.1): 주소를 목록에서 빼거나 고치세요.      │결과    제외 15건
                                                                                          │
                                                                                          │

      ? 도움말  q 종료  Enter 해당 캠페인 메시지  / 필터  e 내보내기  Esc 뒤로  < > 열 정렬  I 정렬 뒤집기  : 작업 찾기  z 확대
      """#,
  ]
}
