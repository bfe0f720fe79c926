using System.Globalization;
using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>A fit that was saved and loaded.</summary>
public sealed class CoxSavingTests
{
    public static TheoryData<string> New => RPrediction.Names("new");

    [Theory]
    [MemberData(nameof(New))]
    public void A_loaded_fit_says_and_predicts_exactly_the_same(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxFit fit = RPrediction.Fit(theCase);
        CoxFit loaded = CoxFit.FromJson(fit.ToJson());

        Assert.Equal(fit.ToJson(), loaded.ToJson());
        Assert.Equal(fit.ToString(), loaded.ToString());
        Assert.Equal(fit.Terms, loaded.Terms);
        Assert.Equal(fit.Glance, loaded.Glance);
        Assert.Equal(fit.Options, loaded.Options);
        Assert.Equal(fit.IsRobust, loaded.IsRobust);
        Assert.Equal(fit.WaldTestOf(fit.Terms[0].Name), loaded.WaldTestOf(fit.Terms[0].Name));
        foreach (CoxReference reference in Enum.GetValues<CoxReference>())
        {
            CoxPredictions expected = fit.Predict(RPrediction.NewData(theCase), reference);
            CoxPredictions actual = loaded.Predict(RPrediction.NewData(theCase), reference);
            Assert.Equal(expected.LinearPredictor, actual.LinearPredictor);
            Assert.Equal(expected.StandardError, actual.StandardError);
            Assert.Equal(expected.Risk, actual.Risk);
        }

        Assert.Equal(
            fit.Curves(RPrediction.NewData(theCase)).SelectMany(curve => curve.Steps),
            loaded.Curves(RPrediction.NewData(theCase)).SelectMany(curve => curve.Steps));
        Assert.Equal(fit.Baseline().SelectMany(curve => curve.Steps), loaded.Baseline().SelectMany(curve => curve.Steps));
    }

    [Fact]
    public void It_does_not_depend_on_the_culture()
    {
        CoxFit fit = RPrediction.Fit(RPrediction.Case("lung, efron"));
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(fit.ToJson(), CoxFit.FromJson(fit.ToJson()).ToJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Files_are_written_and_read()
    {
        string path = Path.GetTempFileName();
        try
        {
            CoxFit fit = RPrediction.Fit(RPrediction.Case("lung strata, efron"));
            fit.Save(path);
            Assert.Equal(fit.ToJson(), CoxFit.Load(path).ToJson());
            File.WriteAllText(path, "{}");
            Assert.StartsWith(path, Message(() => CoxFit.Load(path)), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Contains("there is no such file", Message(() => CoxFit.Load(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_the_observations_is_refused_in_a_sentence()
    {
        CoxFit loaded = CoxFit.FromJson(RPrediction.Fit(RPrediction.Case("lung, efron")).ToJson());
        foreach (Action action in new Action[]
        {
            () => loaded.Residuals(CoxResidualKind.Martingale),
            () => loaded.ProfileIntervals(),
            () => loaded.Predict(),
            () => loaded.Expected(),
            () => loaded.Augment(),
            () => loaded.LikelihoodRatioTestOf("age"),
        })
        {
            Assert.StartsWith("This fit was loaded and has no data", Message(action), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "is no Cox fit that can be read")]
    [InlineData("{\"format\": \"SurvivalKit.CoxFit\", \"version\": 1", "is no Cox fit that can be read")]
    [InlineData("[1, 2]", "is JSON, but no saved Cox fit")]
    [InlineData("{\"format\": \"another\"}", "is JSON, but no saved Cox fit")]
    [InlineData("{\"format\": \"SurvivalKit.CoxFit\", \"version\": 2}", "is a Cox fit of version 2; version 1 was expected.")]
    [InlineData("{\"format\": \"SurvivalKit.CoxFit\", \"version\": \"one\"}", "is a Cox fit of version one; version 1 was expected.")]
    [InlineData("{\"format\": \"SurvivalKit.CoxFit\"}", "is a Cox fit of version missing; version 1 was expected.")]
    [InlineData("{\"format\": \"SurvivalKit.CoxFit\", \"version\": 1}", "is no Cox fit that can be read")]
    public void Other_texts_are_refused_in_a_sentence(string json, string sentence) =>
        Assert.Contains(sentence, Message(() => CoxFit.FromJson(json)), StringComparison.Ordinal);

    [Theory]
    [InlineData("coefficients", "[1]", "the lists of its coefficients differ in length")]
    [InlineData("coefficients", "[1, null, 2]", "null stands in a list")]
    [InlineData("coefficients", "\"words\"", "$.coefficients")]
    [InlineData("observations", "\"many\"", "$.observations")]
    [InlineData("status", "\"fine\"", "$.status")]
    [InlineData("modelCovariance", "[[1]]", "its covariance has not a row and a column for each coefficient")]
    [InlineData("names", "null", "$.names")]
    [InlineData("surplus", "1", "surplus")]
    public void A_damaged_part_is_named(string property, string value, string sentence)
    {
        JsonObject json = JsonNode.Parse(RPrediction.Fit(RPrediction.Case("lung, efron")).ToJson())!.AsObject();
        json[property] = JsonNode.Parse(value);
        string message = Message(() => CoxFit.FromJson(json.ToJsonString()));
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    private static string Message(Action action) => Assert.Throws<SurvivalDataException>(action).Message;
}
