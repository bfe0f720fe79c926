namespace SurvivalKit.Tests;

/// <summary>Input that is not a finite number is an error; no result is NaN without notice.</summary>
public sealed class NotANumberTests
{
    private static readonly Surv Response = Surv.Right([1, 2, 3, 4], [true, false, true, true]);
    private static readonly DesignMatrix Design = DesignMatrix.FromColumns(("x", [1, 3, 2, 5]));

    public static TheoryData<double> NotNumbers => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory]
    [MemberData(nameof(NotNumbers))]
    public void In_times_and_statuses(double value)
    {
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, value], [1, 1]));
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, 2], [1, value]));
        Assert.Throws<SurvivalDataException>(() => Surv.Counting([value], [2], [true]));
        Assert.Throws<SurvivalDataException>(() => Surv.Counting([0], [value], [true]));
    }

    [Theory]
    [MemberData(nameof(NotNumbers))]
    public void In_covariates(double value)
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => DesignMatrix.FromColumns(("x", [1, value])));

        Assert.Equal((2L, "x"), (e.Row, e.Column));
    }

    [Theory]
    [MemberData(nameof(NotNumbers))]
    public void In_weights(double value)
    {
        Assert.Equal(3, Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(Response, weights: [1, 1, value, 1])).Row);
        Assert.Equal(3, Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, weights: [1, 1, value, 1])).Row);
    }

    [Theory]
    [MemberData(nameof(NotNumbers))]
    public void In_an_offset(double value) =>
        Assert.Equal(2, Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, offset: [0, value, 0, 0])).Row);

    [Theory]
    [MemberData(nameof(NotNumbers))]
    public void In_options(double value)
    {
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, 2], [1, 1], new() { Level = value }));
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, new() { Level = value }));
        Assert.Throws<SurvivalDataException>(() => LogRank.Test(Response, [0, 1, 0, 1], new() { Rho = value }));
        Assert.Throws<SurvivalDataException>(() => LogRank.Test(Response, [0, 1, 0, 1], new() { Gamma = value }));
        KaplanMeierCurve curve = KaplanMeier.Fit([1, 2], [1, 1]);
        Assert.Throws<SurvivalDataException>(() => curve.Quantile(value));
        Assert.Throws<SurvivalDataException>(() => curve.RestrictedMean(value));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(95)]
    [InlineData(-0.5)]
    public void A_confidence_level_lies_between_0_and_1(double level) =>
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, 2], [1, 1], new() { Level = level }));

    [Fact]
    public void As_a_time_to_look_up() => Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit([1, 2], [1, 1]).At(double.NaN));

    [Fact]
    public void A_tolerance_that_is_none()
    {
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, new() { Tolerance = double.NaN }));
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, new() { MaxIterations = -1 }));
    }

    [Fact]
    public void Values_whose_squares_overflow() =>
        Assert.Equal("x", Assert.Throws<SurvivalDataException>(
            () => CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", [1, 1e200, 3, 4])))).Column);

    [Fact]
    public void A_negative_rho_after_the_survival_came_to_0()
    {
        Surv response = Surv.Counting([0, 0, 3, 3], [1, 2, 4, 5], [true, true, true, true]);

        Assert.Throws<SurvivalDataException>(() => LogRank.Test(response, [0, 1, 0, 1], new() { Rho = -1 }));
    }

    [Fact]
    public void Lengths_that_differ()
    {
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(Response, weights: [1, 1]));
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", [1, 2]))));
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, strata: [1]));
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, Design, offset: [1]));
        Assert.Throws<SurvivalDataException>(() => LogRank.Test(Response, [0, 1]));
        Assert.Throws<SurvivalDataException>(() => DesignMatrix.FromColumns(("x", [1, 2]), ("y", [1])));
    }

    [Fact]
    public void No_observations()
    {
        Surv nothing = Surv.Right([], Array.Empty<bool>());

        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(nothing));
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(nothing, DesignMatrix.FromColumns()));
    }
}
