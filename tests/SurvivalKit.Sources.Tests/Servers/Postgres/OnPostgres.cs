namespace SurvivalKit.Sources.Tests.Servers;

/// <summary>The tests that share three PostgreSQL servers.</summary>
[CollectionDefinition(Name)]
public sealed class OnPostgres : ICollectionFixture<PostgresCluster>
{
    public const string Name = "PostgreSQL";
}
