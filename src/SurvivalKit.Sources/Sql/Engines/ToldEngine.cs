using System.Diagnostics;

namespace SurvivalKit.Sources;

/// <summary>A database whose statements are told to somebody.</summary>
internal sealed class ToldEngine(ISqlEngine engine, Action<SqlRun> tell) : ISqlEngine
{
    public SqlDialect Dialect => engine.Dialect;

    public string Name => engine.Name;

    public SqlAnswer Run(SqlStatement statement, CancellationToken cancellation = default)
    {
        long start = Stopwatch.GetTimestamp();
        SqlAnswer answer = engine.Run(statement, cancellation);
        tell(new SqlRun(statement.Text, answer.Rows, Stopwatch.GetElapsedTime(start).TotalSeconds));
        return answer;
    }

    public void Dispose() => engine.Dispose();
}
