namespace SurvivalKit;

/// <summary>A group of a comparison of mean cumulative functions.</summary>
/// <param name="Group">The name.</param>
/// <param name="Subjects">The number of subjects.</param>
/// <param name="Events">The (weighted) number of events.</param>
/// <param name="Difference">The sum over time of the weighted difference of the group's mean from that of all; without terminal events the
/// observed minus the expected number of events.</param>
public sealed record MeanCumulativeGroup(string Group, int Subjects, double Events, double Difference);
