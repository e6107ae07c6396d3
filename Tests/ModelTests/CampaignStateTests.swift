import Model
import Testing

@Suite struct CampaignStateTests {
  @Test func aCancelledCampaignStaysCancelled() {
    for move in CampaignState.Move.allCases { #expect(CampaignState.cancelled.after(move) == nil) }
  }

  @Test func aPausedCampaignSendsOnlyAfterAResume() {
    #expect(!CampaignState.paused.maySend)
    #expect(CampaignState.paused.after(.resume) == .launching)
    #expect(CampaignState.paused.after(.allQueued) == nil)
    #expect(CampaignState.paused.after(.allSettled) == nil)
    #expect(CampaignState.paused.after(.reopen) == .paused)
  }

  @Test func aLaunchRunsItsCourse() {
    #expect(CampaignState.draft.after(.launch) == .launching)
    #expect(CampaignState.importing.after(.cancel) == nil, "nobody has seen it")
    #expect(CampaignState.importing.after(.launch) == .launching)
    #expect(CampaignState.launching.after(.allQueued) == .sending)
    #expect(CampaignState.sending.after(.allSettled) == .finished)
    #expect(CampaignState.finished.after(.reopen) == .launching)
    #expect(CampaignState.finished.after(.cancel) == nil)
  }
}
