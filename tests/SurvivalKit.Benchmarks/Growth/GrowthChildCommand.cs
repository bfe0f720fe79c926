using System.CommandLine;
using System.Text.Json;

namespace SurvivalKit.Benchmarks;

/// <summary>The process that <c>growth</c> starts for each of its measurements.</summary>
internal static class GrowthChildCommand
{
    public const string Name = "growth-child";

    public static Command Create(Streams streams)
    {
        Option<int> rows = CountOption.Create("--rows", "Rows of the data set.", 1_000_000, least: 1000);
        Option<int> repeats = CountOption.Create("--repeats", "Fits; their median counts.", 1, least: 1);
        Command command = new(Name, "One measurement of growth, as JSON.") { rows, repeats };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            streams.Output.WriteLine(JsonSerializer.Serialize(GrowthMeasurement.Here(parsed.GetValue(rows), parsed.GetValue(repeats))));
            return ExitCodes.Done;
        });
        return command;
    }
}
