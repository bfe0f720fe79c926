using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit shape</c>: makes the rows that an analysis needs of those a study has.</summary>
internal static class ShapeCommand
{
    public static Command Create(CliStreams streams)
    {
        var command = new Command("shape", "Splits, merges, tabulates and checks follow-up: survSplit, tmerge, landmark sets, pyears, survcheck.")
        {
            ShapeSplitCommand.Create(streams),
            ShapeMergeCommand.Create(streams),
            ShapeLandmarkCommand.Create(streams),
            ShapePersonTimeCommand.Create(streams),
            ShapeCheckCommand.Create(streams),
        };
        command.WithExamples(
            "survkit shape split veteran.csv \"Surv(time, status)\" --cut 90,180 --episode tgroup -o split.csv",
            "survkit shape merge patients.csv --id id --stop futime --event death=:futime:status --tdc LABS.csv:day:bili",
            "survkit shape person-time cohort.csv \"Surv(time, status) ~ sex + tcut(age, c(40, 50, 60), scale = 365.25)\"");
        return command;
    }
}
