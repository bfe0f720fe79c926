namespace SurvivalKit.Cli.Tests.Jupyter;

/// <summary>The tests that use the machine's Jupyter run one after the other and share one installed kernel.</summary>
[CollectionDefinition(nameof(JupyterTests))]
public sealed class JupyterTests : ICollectionFixture<JupyterMachine>;
