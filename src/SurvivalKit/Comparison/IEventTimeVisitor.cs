namespace SurvivalKit;

/// <summary>A sum over event times. Implemented by structures, so that the calls are not virtual.</summary>
internal interface IEventTimeVisitor
{
    /// <summary>The times that follow are those of another stratum.</summary>
    void BeginStratum();

    /// <summary>The next event time.</summary>
    /// <param name="atRisk">The number at risk in each group.</param>
    /// <param name="deaths">The number of events in each group.</param>
    /// <param name="all">The number at risk in all groups.</param>
    /// <param name="events">The number of events in all groups, 1 or more.</param>
    void Visit(ReadOnlySpan<double> atRisk, ReadOnlySpan<double> deaths, double all, double events);
}
