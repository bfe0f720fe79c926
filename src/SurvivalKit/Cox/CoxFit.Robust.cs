namespace SurvivalKit;

/// <content>Robust standard errors (Lin and Wei 1989), where the options ask for them.</content>
public sealed partial class CoxFit
{
    /// <summary>Whether standard errors, z, P, intervals, <see cref="Wald"/> and <see cref="Covariance"/> are robust.</summary>
    public bool IsRobust => RobustScore is not null;

    /// <summary>The score test that all coefficients are 0 by the sum of squared score contributions of observations or clusters;
    /// <see langword="null"/> in a fit that is not robust.</summary>
    /// <remarks>R's <c>coxph</c> leaves an <c>offset()</c> out of this test; here it is included, as in <see cref="Score"/>.</remarks>
    public TestResult? RobustScore { get; }

    /// <summary>The covariance of two coefficients from the inverse information matrix, as R's <c>naive.var</c>; 0 where
    /// one is not estimable.</summary>
    /// <param name="first">Place of the first coefficient in <see cref="Terms"/>.</param>
    /// <param name="second">Place of the second coefficient in <see cref="Terms"/>.</param>
    public double NaiveCovariance(int first, int second) => _modelCovariance[first, second];
}
