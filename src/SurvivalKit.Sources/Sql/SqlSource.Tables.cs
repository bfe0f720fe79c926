using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources;

/// <content>Tables.</content>
public sealed partial class SqlSource
{
    /// <summary>A baseline table, as <see cref="SurvivalKit.BaselineTable.Build"/> of the rows, from the distinct values of each variable
    /// in each group and how often each occurs.</summary>
    /// <param name="by">The column of groups.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="cancellation">Stops the statements.</param>
    /// <exception cref="SurvivalDataException">A column is not there, there are more than 5,000,000 rows, a variable has more distinct
    /// values than may leave the database, or the database cannot answer.</exception>
    public BaselineTable BaselineTable(string by, BaselineOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        options ??= new BaselineOptions();
        return SurvivalKit.BaselineTable.Build(SqlMargins.Read(_relation, _options, by, options.Variables, cancellation), by, options);
    }
}
