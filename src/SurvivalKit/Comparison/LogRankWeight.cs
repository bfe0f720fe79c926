namespace SurvivalKit;

/// <summary>The weight of each event time of a stratum, requested in increasing time.</summary>
internal struct LogRankWeight(LogRankWeighting weighting, double rho, double gamma)
{
    private double _survival = 1;
    private double _petoSurvival = 1;

    public LogRankWeight(LogRankOptions options)
        : this(options.Weighting, options.Rho, options.Gamma)
    {
    }

    /// <summary>Begins another stratum, whose pooled survival starts again at 1.</summary>
    public void Restart() => _survival = _petoSurvival = 1;

    /// <summary>The weight of the next event time.</summary>
    /// <param name="atRisk">The number at risk in all groups.</param>
    /// <param name="events">The number of events in all groups.</param>
    /// <exception cref="SurvivalDataException">A negative power of a survival that has reached 0 is needed.</exception>
    public double Next(double atRisk, double events)
    {
        if (weighting == LogRankWeighting.FlemingHarrington)
        {
            double before = _survival;
            _survival *= 1 - (events / atRisk);
            double weight = Power(before, rho) * Power(1 - before, gamma);
            return double.IsFinite(weight)
                ? weight
                : throw new SurvivalDataException(FormattableString.Invariant(
                    $"A negative rho ({rho}) gives an infinite weight to an event after the survival has come to 0; a rho of 0 or more was expected."));
        }

        _petoSurvival *= 1 - (events / (atRisk + 1));
        return weighting switch
        {
            LogRankWeighting.Gehan => atRisk,
            LogRankWeighting.TaroneWare => Math.Sqrt(atRisk),
            LogRankWeighting.PetoPeto => _petoSurvival,
            _ => _petoSurvival * atRisk / (atRisk + 1),
        };
    }

    // Nearly all powers are 0 or 1, and Math.Pow is slow.
    private static double Power(double value, double exponent) => exponent == 0 ? 1 : exponent == 1 ? value : Math.Pow(value, exponent);
}
