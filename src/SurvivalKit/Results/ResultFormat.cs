namespace SurvivalKit;

/// <summary>The format in which a result is written.</summary>
public enum ResultFormat
{
    /// <summary>Columns that align in a terminal.</summary>
    Text,

    /// <summary>The record of the result, at full precision.</summary>
    Json,

    /// <summary>Plain columns at full precision (RFC 4180), the header first.</summary>
    Csv,

    /// <summary>Markdown tables.</summary>
    Markdown,

    /// <summary>HTML tables; texts are escaped.</summary>
    Html,

    /// <summary>LaTeX tables with the rules of the booktabs package.</summary>
    Latex,
}
