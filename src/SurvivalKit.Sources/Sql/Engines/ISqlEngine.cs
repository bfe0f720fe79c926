namespace SurvivalKit.Sources;

/// <summary>A database that answers one statement at a time with rows. It only reads: a statement that would change something is refused
/// by the engine itself wherever the engine can (a read-only transaction, connection or session).</summary>
internal interface ISqlEngine : IDisposable
{
    /// <summary>How this database writes its statements.</summary>
    SqlDialect Dialect { get; }

    /// <summary>What messages call the database, as <c>postgres://host/db</c>: never with a user's name or a password.</summary>
    string Name { get; }

    /// <summary>Runs a statement and reads its whole answer.</summary>
    /// <param name="statement">The statement with its parameters.</param>
    /// <param name="cancellation">Stops the statement, in the database too.</param>
    /// <exception cref="SurvivalDataException">The database refused the statement, could not be reached, broke off in the middle of its
    /// answer, or took longer than <see cref="SqlOptions.TimeoutSeconds"/>; one sentence.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    SqlAnswer Run(SqlStatement statement, CancellationToken cancellation = default);
}
