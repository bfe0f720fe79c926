using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Cause-specific Cox models and absolute risks against R's coxph and survfit; what R's multi-state survfit gets wrong stands in
/// tests/Fixtures/R/cause-specific.R.</summary>
public sealed class CauseSpecificFixtureTests
{
    private static readonly RFixture R = RFixture.Load("cause-specific");

    public static TheoryData<string> Names => RFixture.Names("cause-specific", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        DataFrame data = R.Data(expected);
        CauseSpecificFit fit = CauseSpecificCox.Fit(
            data,
            expected["formula"]!.GetValue<string>(),
            new() { Ties = expected["ties"]!.GetValue<string>() == "efron" ? Ties.Efron : Ties.Breslow },
            weights: expected["weights"]?.GetValue<string>());
        string[] causes = [.. expected["causes"]!.AsArray().Select(cause => cause!.GetValue<string>())];

        Assert.Equal(expected["n"]!.GetValue<int>(), fit.Observations);
        Assert.Equal(causes, fit.Causes.Select(cause => cause.Cause));
        for (int k = 0; k < causes.Length; k++)
        {
            Close.To(expected["coef"]![k], fit[causes[k]].Terms.Select(term => term.Coefficient), "coef");
            Close.To(expected["se"]![k], fit[causes[k]].Terms.Select(term => term.StandardError), "se");
        }

        double[] times = [.. expected["times"]!.AsArray().Select(time => time!.GetValue<double>())];
        int[] rows = [.. expected["rows"]!.AsArray().Select(row => row!.GetValue<int>() - 1)];
        AbsoluteRisks risks = fit.AbsoluteRisks(FrameOf(data, rows), times);
        Assert.Equal(rows.Length, risks.Risks.Length);
        for (int row = 0; row < rows.Length; row++)
        {
            JsonNode ofRow = expected["risks"]![row]!;
            for (int k = 0; k < causes.Length; k++)
            {
                AbsoluteRiskEstimate[] ours = [.. risks.Risks[row].At(causes[k], times)];
                Close.To(ofRow["causes"]![k]!["risk"], ours.Select(at => at.Risk), "risk");

                // R's errors are from differences.
                Close.To(ofRow["causes"]![k]!["se"], ours.Select(at => at.StandardError), "se", 1e-6);
            }

            Close.To(ofRow["free"], risks.Risks[row].FreeAt(times).Select(at => at.Risk), "free");
            Close.To(ofRow["freeSe"], risks.Risks[row].FreeAt(times).Select(at => at.StandardError), "se of free", 1e-6);
        }
    }

    private static DataFrame FrameOf(DataFrame data, int[] rows) => new(data.Columns.Select(
        column => column.Clone(new Int32DataFrameColumn("", rows))));
}
