using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The result of an analysis, in the three forms from which all output is written: tables for a reader, a frame and a
/// record for a program.</summary>
/// <remarks>
/// Text, Markdown, HTML, LaTeX, CSV and JSON are written by <see cref="ResultFormats"/>; the command line and a notebook show any result by
/// these alone. A new method is shown everywhere as soon as its result implements this.
/// </remarks>
/// <example><code>
/// IResult result = LogRank.Test(lung, "Surv(time, status) ~ sex");
/// Console.WriteLine(result.ToText());
/// File.WriteAllText("log-rank.html", result.ToHtml());
/// </code></example>
public interface IResult
{
    /// <summary>The tables that a reader sees, with their titles, notes and cautions; one or more.</summary>
    ImmutableArray<TableModel> ToTables();

    /// <summary>The result as plain columns at full precision; what cannot be given is missing.</summary>
    DataFrame ToDataFrame();

    /// <summary>The result as the names and values of its JSON, at full precision.</summary>
    ResultRecord ToRecord();
}
