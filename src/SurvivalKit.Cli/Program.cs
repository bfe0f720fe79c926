using SurvivalKit.Cli;

return await SurvkitApplication.RunAsync(args, CliStreams.OfProcess());
