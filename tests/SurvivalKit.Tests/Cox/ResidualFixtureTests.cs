using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Residuals against R's residuals.coxph.</summary>
public sealed class ResidualFixtureTests
{
    private static readonly RFixture Cox = RFixture.Load("cox");

    private static readonly RFixture More = RFixture.Load("cox-residuals");

    public static TheoryData<string> Names => RFixture.Names("cox", theCase => theCase["residuals"] is not null);

    public static TheoryData<string> MoreNames => RFixture.Names("cox-residuals", _ => true);

    public static TheoryData<string> Collapsed => RFixture.Names("cox-residuals", theCase => theCase["collapsed"] is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agree_with_R(string name) => RResiduals.Compare(Cox, Cox.Cases()[name]);

    [Theory]
    [MemberData(nameof(MoreNames))]
    public void Agree_with_R_with_weights_strata_truncation_and_clusters(string name)
    {
        RResiduals.Compare(More, More.Cases()[name]);
        RProportionalHazards.Compare(More, More.Cases()[name]);
    }

    [Theory]
    [MemberData(nameof(Collapsed))]
    public void Add_up_by_group(string name)
    {
        JsonObject expected = More.Cases()[name];
        JsonNode collapsed = expected["collapsed"]!;
        CoxFit fit = RResiduals.Fit(More, expected);
        DataFrameColumn column = More.Data(expected)[collapsed["by"]!.GetValue<string>()];
        int[] by = [.. Enumerable.Range(0, (int)column.Length).Select(row => Convert.ToInt32(column[row], CultureInfo.InvariantCulture))];

        Close.To(collapsed["martingale"], fit.Residuals(CoxResidualKind.Martingale, by).Column(0).ToArray(), "martingale");
        RResiduals.Columns(collapsed["score"], fit.Residuals(CoxResidualKind.Score, by));
        RResiduals.Columns(collapsed["dfbeta"], fit.Residuals(CoxResidualKind.DfBeta, by));
    }
}
