using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>The root command with all commands.</summary>
internal static class RootCommandLine
{
    private static readonly string[] Examples =
    [
        "survkit reproduce",
        "survkit km lung.csv \"Surv(time, status) ~ sex\"",
        "survkit cox lung.csv \"Surv(time, status) ~ age + factor(sex)\" --json",
        "survkit pvalue 8/14 10/42 --printed .04",
        "survkit check --text \"HR 2.58, 95% CI 1.39-4.72, P=.002\"",
    ];

    public static Command Build(CliStreams streams)
    {
        var root = new Command("survkit", "Survival analysis from the command line; equal to R's survival package.")
        {
            ReproduceCommand.Create(streams),
            KaplanMeierCommand.Create(streams),
            LogRankCommand.Create(streams),
            WinRatioCommand.Create(streams),
            CoxCommand.Create(streams),
            CumulativeIncidenceCommand.Create(streams),
            FineGrayCommand.Create(streams),
            CauseSpecificCommand.Create(streams),
            StatesCommand.Create(streams),
            RecurrentCommand.Create(streams),
            ParametricCommand.Create(streams),
            IntervalCommand.Create(streams),
            Table1Command.Create(streams),
            ResponseCommand.Create(streams),
            AdverseEventCommand.Create(streams),
            PValueCommand.Create(streams),
            CheckCommand.Create(streams),
            AuditCommand.Create(streams),
            StudyCommand.Create(streams),
            SynthesizeCommand.Create(streams),
            ShapeCommand.Create(streams),
            NotebookCommand.Create(streams),
            KernelCommand.Create(streams),
        };
        root.Add(CompletionCommand.Create(streams, () => root));
        HelpScreen.Add(root, streams.Width, Examples);
        VersionScreen.Add(root);
        return root;
    }
}
