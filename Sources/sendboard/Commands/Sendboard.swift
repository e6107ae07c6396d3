import ArgumentParser

/// The command line. Exit status: 0 done, 64 wrong usage, 1 failed with one line on standard error, 2 drained and work
/// left.
@main
struct Sendboard: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sendboard",
    abstract: "A terminal control room for bulk email and SMS.",
    discussion: .help(
      """
      Without a command it opens the dashboard. New here? Try 'sendboard demo'.

      Examples:
        sendboard demo
        sendboard send --name May --recipients may.csv \\
          --from news@example.com --subject 'Hello {{name}}' --text may.txt
        sendboard messages --campaign May --status hardBounced
        sendboard timeline kim@example.com
      """),
    version: "0.1.0",
    subcommands: [
      DashboardCommand.self, DemoCommand.self, SendCommand.self, RunCommand.self, IngestCommand.self,
      CampaignsCommand.self, BatchesCommand.self, MessagesCommand.self, TimelineCommand.self, MailCommand.self,
      FailuresCommand.self,
      DeadLettersCommand.self, ResendCommand.self, PauseCommand.self, ResumeCommand.self, CancelCommand.self,
      ScheduleCommand.self, SettleCommand.self, SuppressCommand.self, AudiencesCommand.self, GatewaysCommand.self,
      DraftsCommand.self,
      QuarantineCommand.self,
      HistoryCommand.self,
      WorkersCommand.self,
      ProvisionCommand.self,
      DoctorCommand.self, BackupCommand.self, ExportCommand.self, LogCommand.self, KeysCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)
}
