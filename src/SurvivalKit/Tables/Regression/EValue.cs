namespace SurvivalKit;

/// <summary>E-values: how strongly an unmeasured confounder would have to be associated, as a risk ratio, with both the variable and the
/// outcome to explain a hazard ratio away (VanderWeele and Ding 2017; R's <c>EValue::evalues.HR</c>).</summary>
/// <example><code>
/// double needed = EValue.Of(fit["factor(sex)2"].HazardRatio, isCommon: true);
/// </code></example>
public static class EValue
{
    /// <summary>The share of events above which an outcome is not rare, so that its hazard ratio is no approximate risk ratio.</summary>
    public const double CommonFrom = 0.15;

    /// <summary>The E-value of a hazard ratio.</summary>
    /// <param name="hazardRatio">The hazard ratio, above 0.</param>
    /// <param name="isCommon">Whether more than <see cref="CommonFrom"/> have the event by the end of follow-up: the risk ratio is then
    /// approximated by (1 - 0.5^sqrt(HR)) / (1 - 0.5^sqrt(1/HR)), otherwise by the hazard ratio.</param>
    /// <returns>RR + sqrt(RR (RR - 1)) of the risk ratio RR, or of its reciprocal where it is below 1; 1 or more.</returns>
    /// <exception cref="SurvivalDataException">The ratio is not above 0, or not finite.</exception>
    public static double Of(double hazardRatio, bool isCommon)
    {
        if (!(hazardRatio > 0 && double.IsFinite(hazardRatio)))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"An E-value of the hazard ratio {hazardRatio} was asked for; a finite one above 0 was expected."));
        }

        double ratio = Math.Max(hazardRatio, 1 / hazardRatio);
        double risk = isCommon ? (1 - Math.Pow(0.5, Math.Sqrt(ratio))) / (1 - Math.Pow(0.5, Math.Sqrt(1 / ratio))) : ratio;
        return risk + Math.Sqrt(risk * (risk - 1));
    }

    /// <summary>The E-value of the limit of a confidence interval that is nearer to 1.</summary>
    /// <param name="lower">The lower limit of the hazard ratio.</param>
    /// <param name="upper">The upper limit.</param>
    /// <param name="isCommon">As for a hazard ratio.</param>
    /// <returns>1 where the interval includes 1.</returns>
    public static double OfLimit(double lower, double upper, bool isCommon) =>
        lower > 1 ? Of(lower, isCommon) : upper < 1 ? Of(upper, isCommon) : 1;
}
