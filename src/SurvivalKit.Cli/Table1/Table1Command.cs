using System.CommandLine;
using SurvivalKit.Sources;

namespace SurvivalKit.Cli;

/// <summary><c>survkit table1 DATA --by COL</c>: the baseline table.</summary>
internal static class Table1Command
{
    public static Command Create(CliStreams streams)
    {
        Argument<string> data = DataSource.Argument();
        Option<string> by = new("--by") { Description = "The column that makes the groups.", HelpName = "COL", Required = true };
        Option<string?> variables = new("--vars")
        {
            Description =
                "The variables: columns, or expressions such as \"age >= 65\" or factor(ph.ecog); all other columns where it is left out.",
            HelpName = "a,b,c",
        };
        var test = new ChoiceOption<BaselineTest>(
            "--test", "The tests between the groups (auto: t test or analysis of variance; chi-square or Fisher).", "auto", (
                "auto", BaselineTest.Auto), ("none", BaselineTest.None));
        Option<string?> nonNormal = new("--non-normal")
        {
            Description = "Measurements shown as median with quartiles and compared by ranks (Wilcoxon, Kruskal-Wallis); all: all of them.",
            HelpName = "a,b|all",
        };
        Option<bool> smd = new("--smd") { Description = "Adds the standardized difference of two groups." };
        var command = new Command("table1", "Compares the characteristics of groups in a baseline table.")
        {
            data, by, variables, test, nonNormal, smd,
        };
        DataOptions read = DataOptions.AddTo(command, takesDatabases: true);
        OutputOptions output = OutputOptions.AddTo(command, streams);
        command.WithExamples(
            "survkit table1 lung.csv --by sex --vars \"age,factor(ph.ecog),wt.loss\"",
            "survkit table1 lung.csv --by sex --vars \"age,factor(ph.ecog),wt.loss\" --non-normal wt.loss --smd",
            "survkit table1 veteran.csv --by trt --test none --format markdown",
            "survkit table1 veteran.csv --by celltype --levels celltype=squamous,smallcell,adeno,large");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string source = parsed.GetRequiredValue(data);
                string group = parsed.GetRequiredValue(by);
                var options = new BaselineOptions
                {
                    Variables = [.. VariableList.Split(parsed.GetValue(variables))],
                    Test = test.Choice(parsed)!.Value,
                    AllNonNormal = parsed.GetValue(nonNormal) == "all",
                    NonNormal = parsed.GetValue(nonNormal) == "all" ? [] : [.. VariableList.Split(parsed.GetValue(nonNormal))],
                    StandardizedDifferences = parsed.GetValue(smd),
                };
                using SqlSource? rows = DataSource.Analyse(source, () => read.Rows(parsed, source));
                BaselineTable table = DataSource.Analyse(source, () => rows?.BaselineTable(group, options, cancellation)
                    ?? BaselineTable.Build(read.Load(parsed, source, streams), group, options));
                cancellation.ThrowIfCancellationRequested();
                output.Write(parsed, table);
                return ExitCodes.Done;
            },
            cancellation));
        return command;
    }
}
