namespace SurvivalKit.Figures;

/// <summary>The content of the table below Kaplan-Meier curves.</summary>
public enum RiskTableContent
{
    /// <summary>No table.</summary>
    None,

    /// <summary>The numbers at risk just before each tick of the time axis. The default.</summary>
    AtRisk,

    /// <summary>The numbers at risk, and in brackets the events up to and including the tick.</summary>
    AtRiskAndEvents,

    /// <summary>For each group three rows: at risk, censored so far, events so far (the layout of KMunicate; Morris et
    /// al., BMJ Open 2019).</summary>
    Extended,
}
