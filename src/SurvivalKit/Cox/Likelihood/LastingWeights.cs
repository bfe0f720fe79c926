namespace SurvivalKit;

/// <summary>Which observations stay in the risk sets after their own end, and by how much: at a later time t with the weight
/// G(t) / G(own end), as those with another cause do in Fine and Gray's model (1999).</summary>
/// <param name="IsLasting">Whether each observation does.</param>
/// <param name="Probability">G at the end of each observation, above 0 where there is an event or a lasting observation.</param>
internal sealed record LastingWeights(bool[] IsLasting, double[] Probability)
{
    /// <summary>Whether the fast sums turned out to be too imprecise, so that the weighted rows have to be written out.</summary>
    /// <remarks>Set by the likelihood, which has no slow form for lasting rows.</remarks>
    public bool AreImprecise { get; set; }
}
