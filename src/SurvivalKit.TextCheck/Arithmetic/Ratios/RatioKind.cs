namespace SurvivalKit.TextCheck;

/// <summary>What a ratio compares.</summary>
public enum RatioKind
{
    /// <summary>Hazards, from a Cox model.</summary>
    Hazard,

    /// <summary>Odds, from a logistic model or a table of four counts.</summary>
    Odds,

    /// <summary>Risks.</summary>
    Risk,
}
