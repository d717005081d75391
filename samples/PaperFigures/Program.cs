using LearningDynamics.Generated;
using LearningDynamics.Hosting;
using LearningDynamics.PyTorch;

using var pytorch = new PyTorchTrainer();
return ExperimentProgram.Run(args, DeclaredExperiments.Catalog, pytorch);
