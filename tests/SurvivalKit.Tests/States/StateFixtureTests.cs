using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>State occupancy and the check of states against R's survfit and survcheck.</summary>
public sealed class StateFixtureTests
{
    private static readonly RFixture R = RFixture.Load("states");

    public static TheoryData<string> Names => RFixture.Names("states", _ => true);

    public static TheoryData<string> Checks => RFixture.Names("states", _ => true, "checks");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        ConfidenceType type = expected["confType"]!.GetValue<string>() switch
        {
            "plain" => ConfidenceType.Plain,
            "log-log" => ConfidenceType.LogLog,
            _ => ConfidenceType.Log,
        };
        StateOccupancyCurves curves = StateOccupancy.Fit(
            R.Data(expected),
            expected["formula"]!.GetValue<string>(),
            "id",
            expected["istate"]?.GetValue<string>(),
            new()
            {
                ConfidenceType = type,
                Level = expected["level"]!.GetValue<double>(),
                StartTime = expected["start"]?.GetValue<double>(),
            },
            expected["weights"]?.GetValue<string>());
        double tau = expected["tau"]!.GetValue<double>();

        foreach (JsonNode? curve in expected["curves"]!.AsArray())
        {
            StateOccupancyCurve ours = curves[curve!["group"]!.GetValue<string>()];
            int[] kept = [.. curve["time"]!.AsArray().Select(time => ours.Time.IndexOf(time!.GetValue<double>()))];
            Assert.Equal(curve["times"]!.GetValue<int>(), ours.Time.Length);
            Assert.DoesNotContain(-1, kept);
            Assert.Equal(
                expected["states"]!.AsArray().Select(state => state!.GetValue<string>()), ours.States.Select(state => state.State));
            for (int s = 0; s < ours.States.Length; s++)
            {
                JsonNode state = curve["states"]![s]!;
                StateProbability own = ours.States[s];
                Close.To(state["initial"], own.Initial, "initial");
                if (expected["weights"] is null)
                {
                    // With weights R's numbers are of rows, while its probabilities are weighted.
                    Compare("atRisk", own.AtRisk);
                    Compare("entries", own.Entries);
                }

                Compare("p", own.Probability);
                Compare("se", own.StandardError);
                Compare("lower", own.Lower);
                Compare("upper", own.Upper);
                RestrictedMean mean = own.MeanTime(tau);
                Close.To(state["mean"], mean.Estimate, "mean time");
                Close.To(state["meanSe"], mean.StandardError, "its error");

                void Compare(string what, IReadOnlyList<double> values)
                {
                    for (int i = 0; i < kept.Length; i++)
                    {
                        // Numbers at risk and probabilities that R has as what rounding leaves of 0.
                        if (state[what]![i] is { } known && Math.Abs(known.GetValue<double>()) < 1e-13)
                        {
                            Assert.True(double.IsNaN(values[kept[i]]) || Math.Abs(values[kept[i]]) < 1e-9, $"{what}[{i}]");
                        }
                        else
                        {
                            Close.To(state[what]![i], values[kept[i]], $"{own.State} {what}[{i}]");
                        }
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Finds_what_survcheck_finds(string name)
    {
        JsonObject expected = R.Cases("checks")[name];
        StateCheckResult check = StateCheck.Check(
            R.Data(expected), expected["formula"]!.GetValue<string>(), "id", expected["istate"]?.GetValue<string>());

        Assert.Equal(expected["states"]!.AsArray().Select(state => state!.GetValue<string>()), check.States);
        Assert.Equal(
            (expected["n"]!["id"]!.GetValue<int>(), expected["n"]!["observations"]!.GetValue<int>()), (check.Subjects, check.Observations));
        Assert.Equal(expected["n"]!["transitions"]!.GetValue<int>(), check.TransitionTotal);
        Assert.Equal(
            expected["transitions"]!.AsArray().Select(count => (
                count!["from"]!.GetValue<string>(), count["to"]!.GetValue<string>(), count["count"]!.GetValue<int>())).Order(),
            check.Transitions.Select(count => (count.From, count.To ?? "(censored)", count.Count)).Order());
        foreach ((string word, StateProblemKind kind) in new[]
        {
            ("overlap", StateProblemKind.Overlap), ("gap", StateProblemKind.Gap), ("jump", StateProblemKind.Jump),
            ("teleport", StateProblemKind.Teleport),
        })
        {
            Assert.Equal(
                (expected[word] as JsonArray ?? []).Select(row => row!.GetValue<int>()).Order(),
                check.Problems.Where(problem => problem.Kind == kind).Select(problem => problem.Row).Order());
        }

        string[] states = [.. expected["events"]!["states"]!.AsArray().Select(state => state!.GetValue<string>())];
        double[] times = [.. expected["events"]!["times"]!.AsArray().Select(time => time!.GetValue<double>())];
        for (int s = 0; s < states.Length; s++)
        {
            for (int t = 0; t < times.Length; t++)
            {
                string? state = states[s] == "(any)" ? null : states[s];
                Assert.Equal(
                    expected["events"]!["counts"]![s]![t]!.GetValue<int>(),
                    check.Visits.FirstOrDefault(visits => visits.State == state && visits.Times == times[t])?.Subjects ?? 0);
            }
        }
    }
}
