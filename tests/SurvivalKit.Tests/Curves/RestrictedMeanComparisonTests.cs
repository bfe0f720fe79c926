using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Differences and ratios of restricted means against R, and by hand.</summary>
public sealed class RestrictedMeanComparisonTests
{
    private static readonly RFixture R = RFixture.Load("curves");

    public static TheoryData<string> Names => RFixture.Names("curves", _ => true, "contrasts");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("contrasts")[name];
        KaplanMeierCurves curves = KaplanMeier.Fit(R.Data(expected), expected["formula"]!.GetValue<string>(), new()
        {
            Level = expected["level"]!.GetValue<double>(),
        }, weights: expected["weights"]?.GetValue<string>());
        RestrictedMeanComparison comparison = curves.CompareRestrictedMeans(expected["tau"]!.GetValue<double>());

        JsonArray contrasts = expected["contrasts"]!.AsArray();
        Assert.Equal(contrasts.Count, comparison.Count);
        for (int i = 0; i < contrasts.Count; i++)
        {
            Assert.Equal(contrasts[i]!["group"]!.GetValue<string>(), comparison[i].Group);
            Assert.Equal(contrasts[i]!["reference"]!.GetValue<string>(), comparison[i].Reference);
            Same(contrasts[i]!["difference"]!, comparison[i].Difference, "difference");
            Same(contrasts[i]!["ratio"]!, comparison[i].Ratio!, "ratio");
            Same(contrasts[i]!["timeLostRatio"]!, comparison[i].TimeLostRatio!, "time lost ratio");
        }
    }

    [Fact]
    public void By_hand()
    {
        // Two events among two at 1 and 3, and at 2 and 4: means to 5 of 2 and 3; each variance is (1/2)^2 d /
        // (n (n - d)) of the first event.
        KaplanMeierCurves curves = KaplanMeier.Fit(CsvText.Read("t,s,g\n1,1,0\n3,1,0\n2,1,1\n4,1,1\n"), "Surv(t, s) ~ g");
        RestrictedMeanContrast contrast = curves.CompareRestrictedMeans(5)[0];

        Close.To(1, contrast.Difference.Estimate, "difference");
        Close.To(1.5, contrast.Ratio!.Estimate, "ratio");
        Close.To(2.0 / 3, contrast.TimeLostRatio!.Estimate, "time lost ratio");

        // After the first event one of two remains at risk for 2 more: area 1, squared times 1/(2 * 1).
        Close.To(Math.Sqrt(1), contrast.Difference.StandardError, "standard error");
        Close.To(0.317310507862914, contrast.Difference.P, "P");
        Close.To(-1, curves.CompareRestrictedMeans(5, "1")[0].Difference.Estimate, "difference the other way");
    }

    [Fact]
    public void What_cannot_be_compared_is_said()
    {
        KaplanMeierCurves curves = KaplanMeier.Fit(CsvText.Read("t,s,g\n1,0,0\n3,0,0\n2,0,1\n4,0,1\n"), "Surv(t, s) ~ g");
        RestrictedMeanContrast contrast = curves.CompareRestrictedMeans(2)[0];

        Assert.Null(contrast.TimeLostRatio);
        Assert.Equal(1, contrast.Ratio!.Estimate);
        Assert.True(double.IsNaN(contrast.Difference.P));
        Assert.True(curves["0"].RestrictedMean(3.5).IsExtrapolated);
        Assert.False(curves["0"].RestrictedMean(3).IsExtrapolated);
        Assert.Contains("only one group", Assert.Throws<SurvivalDataException>(() =>
            KaplanMeier.Fit(CsvText.Read("t,s\n1,0\n"), "Surv(t, s) ~ 1").CompareRestrictedMeans(1)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "g=0; g=1",
            Assert.Throws<SurvivalDataException>(() => curves.CompareRestrictedMeans(1, "2")).Message,
            StringComparison.Ordinal);
        Assert.Throws<SurvivalDataException>(() => curves.CompareRestrictedMeans(0));
    }

    [Fact]
    public void Is_printed_as_it_was()
    {
        RestrictedMeanComparison comparison =
            KaplanMeier.Fit(SampleData.Load("veteran"), "Surv(time, status) ~ celltype").CompareRestrictedMeans(200);
        Snapshot.Matches("rmst-veteran.txt", comparison.ToString());
        Assert.Equal(9, comparison.ToDataFrame().Rows.Count);
    }

    private static void Same(JsonNode expected, RestrictedMeanEffect actual, string what)
    {
        Close.To(expected["estimate"], actual.Estimate, what);
        Close.To(expected["se"], actual.StandardError, what + " se");
        Close.To(expected["lower"], actual.Lower, what + " lower");
        Close.To(expected["upper"], actual.Upper, what + " upper");
        Close.To(expected["p"], actual.P, what + " P");
    }
}
