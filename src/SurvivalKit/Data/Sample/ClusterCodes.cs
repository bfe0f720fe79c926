using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Which rows of a model frame belong together, by the <c>cluster()</c> of its formula.</summary>
internal static class ClusterCodes
{
    /// <returns>The cluster of each row, from 0; nothing where the formula has no <c>cluster()</c>.</returns>
    public static int[] Of(DataFrame data, ModelFrame frame)
    {
        switch (frame.TermList.Clusters)
        {
            case []:
                return [];
            case [var cluster]:
                var evaluator = new FormulaEvaluator(frame.Formula.Text, data);
                FormulaValue.Levels levels = Combination.Of(
                    [.. cluster.Arguments.Select(argument => evaluator.Evaluate(argument.Value).AsLevels())], [.. cluster.Arguments.Select(_ => "")]);
                return [.. frame.Rows.Select(row => levels.Codes[row])];
            default:
                throw new FormulaException(frame.Formula.Text, frame.TermList.Clusters[1].Position, "one cluster() was expected; another was found.");
        }
    }
}
