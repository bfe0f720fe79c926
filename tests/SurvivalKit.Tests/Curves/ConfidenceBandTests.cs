using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Simultaneous confidence bands: their constants and limits against R code that finds them by another method.</summary>
public sealed class ConfidenceBandTests
{
    private static readonly RFixture R = RFixture.Load("curves");

    public static TheoryData<string> Names => RFixture.Names("curves", _ => true, "bands");

    public static TheoryData<string> CriticalValues => RFixture.Names("curves", _ => true, "criticalValues");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("bands")[name];
        KaplanMeierCurve curve = KaplanMeier.Fit(
            R.Data(expected), expected["formula"]!.GetValue<string>(), weights: expected["weights"]?.GetValue<string>())[0];
        ConfidenceBand band = curve.Band(Type(expected), new()
        {
            From = expected["from"]!.GetValue<double>(),
            To = expected["to"]!.GetValue<double>(),
            ConfidenceType = KaplanMeierFixtureTests.Type(expected["confType"]!.GetValue<string>()),
            Level = expected["level"]!.GetValue<double>(),
        });

        Close.To(expected["a"], [band.Fractions.From, band.Fractions.To], "a");
        Close.To(expected["criticalValue"], band.CriticalValue, "critical value");
        Close.To(expected["time"], band.Time, "time");
        Close.To(expected["survival"], band.Survival, "survival");
        Close.To(expected["lower"], band.Lower, "lower");
        Close.To(expected["upper"], band.Upper, "upper");
    }

    [Theory]
    [MemberData(nameof(CriticalValues))]
    public void The_constants_are_those_of_another_method(string name)
    {
        JsonObject expected = R.Cases("criticalValues")[name];

        Close.To(expected["value"], Critical(
            Type(expected),
            expected["from"]!.GetValue<double>(),
            expected["to"]!.GetValue<double>(),
            expected["level"]!.GetValue<double>()), name);
    }

    [Fact]
    public void The_widest_Hall_Wellner_band_is_that_of_Kolmogorov_and_Smirnov()
    {
        // P(sup |B| <= k) = 1 - 2 sum (-1)^(j - 1) exp(-2 j^2 k^2).
        double k = Critical(BandType.HallWellner, 0, 1 - 1e-9, 0.95);
        double outside = 2 * Enumerable.Range(1, 9).Sum(j => (j % 2 == 1 ? 1 : -1) * Math.Exp(-2 * j * j * k * k));

        Close.To(0.05, outside, "probability outside");
    }

    [Theory]
    [InlineData(0.1, 0.6, 1.3211)]
    [InlineData(0.1, 0.9, 1.3581)]
    public void Hall_Wellner_constants_round_to_the_printed_ones(double from, double to, double printed) =>
        Assert.Equal(printed, Critical(BandType.HallWellner, from, to, 0.95), 4);

    [Fact]
    public void Equal_precision_constants_are_exact_where_tables_have_the_first_terms_of_the_tail()
    {
        // Tables such as 2.8826 for a = .1 to .6 solve 4 f/c + f (c - 1/c) log(b (1 - a) / (a (1 - b))) = .05, f the normal density at c
        // (Miller and Siegmund 1982). The exact constant is a little larger: the fixture has it by Kummer functions.
        double tail = Tail(2.8826);
        double exact = Critical(BandType.EqualPrecision, 0.1, 0.6, 0.95);

        Assert.Equal(0.05, tail, 4);
        Assert.InRange(exact, 2.8872, 2.8874);

        static double Tail(double c)
        {
            double density = Math.Exp(-c * c / 2) / Math.Sqrt(2 * Math.PI);
            return density * ((4 / c) + ((c - (1 / c)) * Math.Log(0.6 * 0.9 / (0.1 * 0.4))));
        }
    }

    [Theory]
    [InlineData(BandType.EqualPrecision)]
    [InlineData(BandType.HallWellner)]
    public void A_single_place_needs_the_normal_quantile_and_a_short_range_little_more(BandType type)
    {
        double scale = type == BandType.HallWellner ? Math.Sqrt(0.2 * 0.8) : 1;
        double z = 1.959963984540054;

        Close.To(z * scale, Critical(type, 0.2, 0.2, 0.95), "one place");
        double before = z * scale;
        foreach (double length in new[] { 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2 })
        {
            double value = Critical(type, 0.2, 0.2 + length, 0.95);
            Assert.InRange(value, before, z * scale * (1 + (3 * Math.Sqrt(length))));
            before = value;
        }
    }

    [Theory]
    [InlineData(ConfidenceType.Plain)]
    [InlineData(ConfidenceType.LogLog)]
    [InlineData(ConfidenceType.Arcsine)]
    public void An_equal_precision_band_holds_the_pointwise_interval(ConfidenceType type) => Claim.Holds(Cases.Tied, study =>
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(study.Response, new() { ConfidenceType = type });
        if (!curve.Events.Where((events, row) => events > 0 && curve.Survival[row] > 0).Any())
        {
            return;
        }

        ConfidenceBand band = curve.Band(BandType.EqualPrecision);
        foreach ((SurvivalEstimate at, int i) in curve.At(band.Time).Select((at, i) => (at, i)))
        {
            Assert.InRange(at.Lower, band.Lower[i] - 1e-12, 1);
            Assert.InRange(at.Upper, 0, band.Upper[i] + 1e-12);
            Assert.Equal(at.Survival, band.Survival[i]);
        }
    }, 60);

    [Fact]
    public void What_cannot_have_a_band_is_said()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit([1, 2, 3, 4, 5], [0, 1, 1, 0, 1]);

        Assert.Equal((2.0, 4.0), (
            curve.Band(BandType.EqualPrecision, new() { To = 4 }).Time[0], curve.Band(BandType.EqualPrecision, new() { To = 4 }).Time[^1]));
        Assert.Equal(3, curve.Band(BandType.EqualPrecision).Time[^1]);
        Assert.Equal(0.5, curve.Band(BandType.HallWellner, new() { From = 0.5 }).Time[0]);
        Assert.Throws<SurvivalDataException>(() => curve.Band(BandType.EqualPrecision, new() { From = 0.5 }));
        Assert.Throws<SurvivalDataException>(() => curve.Band(BandType.EqualPrecision, new() { From = 3, To = 2 }));
        Assert.Throws<SurvivalDataException>(() => curve.Band(BandType.HallWellner, new() { To = 5 }));
        Assert.Throws<SurvivalDataException>(() => curve.Band(BandType.HallWellner, new() { Level = 1 }));
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, 2], [0, 0]).Band(BandType.HallWellner));
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, 2], [1, 0], new() { Robust = true }).Band(BandType.HallWellner));
        Assert.Equal("95% Hall-Wellner band from 2 to 3, critical value 1.287", curve.Band(BandType.HallWellner).ToString().Split('\n')[0]);
        Assert.Equal(2, curve.Band(BandType.HallWellner).ToDataFrame().Rows.Count);
    }

    private static BandType Type(JsonObject expected) =>
        expected["type"]!.GetValue<string>() == "hall-wellner" ? BandType.HallWellner : BandType.EqualPrecision;

    private static double Critical(BandType type, double from, double to, double level) =>
        type == BandType.HallWellner ? HallWellnerCriticalValue.Find(from, to, level) : EqualPrecisionCriticalValue.Find(from, to, level);
}
