namespace SurvivalKit.Figures;

/// <summary>The content of the key of Kaplan-Meier curves.</summary>
public enum KaplanMeierLegend
{
    /// <summary>No key; the risk table, where there is one, still shows each group's line.</summary>
    None,

    /// <summary>The line and the label of each group. The default.</summary>
    Labels,

    /// <summary>A small table: line, label, events and number of each group, and the median with its interval.</summary>
    Statistics,
}
