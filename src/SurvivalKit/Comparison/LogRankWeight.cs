namespace SurvivalKit;

/// <summary>The weight of each event time of a stratum, asked for in increasing time.</summary>
internal sealed class LogRankWeight(LogRankOptions options)
{
    private double _survival = 1;
    private double _petoSurvival = 1;

    /// <summary>The weight of the next event time.</summary>
    /// <param name="atRisk">The number at risk in all groups.</param>
    /// <param name="events">The number of events in all groups.</param>
    public double Next(double atRisk, double events)
    {
        double before = _survival;
        _survival *= 1 - (events / atRisk);
        _petoSurvival *= 1 - (events / (atRisk + 1));
        return options.Weighting switch
        {
            LogRankWeighting.Gehan => atRisk,
            LogRankWeighting.TaroneWare => Math.Sqrt(atRisk),
            LogRankWeighting.PetoPeto => _petoSurvival,
            LogRankWeighting.ModifiedPetoPeto => _petoSurvival * atRisk / (atRisk + 1),
            _ => Math.Pow(before, options.Rho) * Math.Pow(1 - before, options.Gamma),
        };
    }
}
