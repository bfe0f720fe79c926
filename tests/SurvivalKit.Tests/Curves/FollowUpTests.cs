using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>The reverse Kaplan-Meier curve against R's survfit of the censorings.</summary>
public sealed class FollowUpTests
{
    private static readonly RFixture R = RFixture.Load("curves");

    public static TheoryData<string> Names => RFixture.Names("curves", _ => true, "followUp");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("followUp")[name];
        KaplanMeierCurves curves = KaplanMeier.Fit(
            R.Data(expected), expected["formula"]!.GetValue<string>(), weights: expected["weights"]?.GetValue<string>());
        KaplanMeierCurves followUp = curves.FollowUp();

        foreach (JsonNode? group in expected["curves"]!.AsArray())
        {
            KaplanMeierCurve curve = followUp[group!["group"]!.GetValue<string>()];
            Close.To(group["survival"], curve.Survival, "survival");
            Close.To(group["se"], curve.StandardError, "se");
            Close.To(group["median"]!["estimate"], curve.Median.Estimate ?? double.NaN, "median");
            Close.To(group["median"]!["lower"], curve.Median.Lower ?? double.NaN, "lower");
            Close.To(group["median"]!["upper"], curve.Median.Upper ?? double.NaN, "upper");
            Assert.Equal(curve.Median, curves[curve.Group].MedianFollowUp);
        }
    }

    [Fact]
    public void Is_printed_as_what_it_is() =>
        Snapshot.Matches("follow-up-lung.txt", KaplanMeier.Fit(SampleData.Load("lung"), "Surv(time, status) ~ sex").FollowUp().ToString());

    [Fact]
    public void Twice_reversed_is_the_curve() => Claim.Holds(Cases.Tied, study =>
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(study.Response, weights: study.Weights);
        KaplanMeierCurve flipped = KaplanMeier.Fit(
            Surv.Right(study.Response.Time.AsSpan(), [.. study.Response.Event.Select(isEvent => !isEvent)]), weights: study.Weights);

        Assert.Equal(flipped.Survival, curve.FollowUp().Survival);
        Assert.Equal(flipped.StandardError, curve.FollowUp().StandardError);
        Assert.Equal(curve.Survival, curve.FollowUp().FollowUp().Survival);
    });
}
