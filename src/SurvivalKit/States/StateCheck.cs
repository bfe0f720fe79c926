using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Checks the rows of subjects that move between states: R's <c>survcheck</c>.</summary>
/// <example><code>
/// Console.WriteLine(StateCheck.Check(myeloid, "Surv(start, stop, state) ~ 1", "id"));
/// </code></example>
public static class StateCheck
{
    /// <summary>Counts transitions and visits, and finds the rows that do not go with the row of the same subject before them.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">The response, as <c>Surv(start, stop, status) ~ 1</c>. The status is a factor or a text whose first level is
    /// censoring, and whose other levels are the states that are reached.</param>
    /// <param name="id">The column that names the subject of each row.</param>
    /// <param name="istate">The column of the state that each row is in; default: it follows from the rows before.</param>
    /// <param name="options">The options; <see langword="null"/>: the documented defaults.</param>
    /// <param name="censored">The level or number of the status that is censoring; default: the first level.</param>
    /// <exception cref="SurvivalDataException">The formula or a value cannot be used.</exception>
    public static StateCheckResult Check(
        DataFrame data,
        string formula,
        string id,
        string? istate = null,
        StateCheckOptions? options = null,
        string? censored = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        options ??= new StateCheckOptions();
        return StateCheckResult.Of(formula, StateRows.Read(
            data, formula, id, istate, options.InitialState, options.JoinNearTies, censored: censored));
    }
}
